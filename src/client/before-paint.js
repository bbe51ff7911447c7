// Base.astro says why this is a file of its own.
{
  const { dataset } = document.documentElement
  dataset.scripted = ''
  try {
    const theme = localStorage.getItem('theme')
    if (/^(light|dark)$/.test(theme)) dataset.theme = theme
  } catch {
    // Nothing is kept.
  }
  // Chromium calls it an error when it cannot pass from page to page in time.
  addEventListener('unhandledrejection', (event) => {
    if (/^Transition was/.test(event.reason?.message)) event.preventDefault()
  })
}
