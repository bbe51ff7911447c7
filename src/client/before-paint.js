{
  const root = document.documentElement
  root.dataset.scripted = ''
  try {
    const { theme } = localStorage
    if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme
  } catch {
    // No storage
  }
  addEventListener('unhandledrejection', (event) => {
    if (/^Transition was/.test(event.reason?.message)) event.preventDefault()
  })
}
