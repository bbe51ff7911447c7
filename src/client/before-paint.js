{
  const root = document.documentElement
  const kept = (name) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  root.dataset.scripted = ''
  const theme = kept('theme')
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme
  const fonts = kept('fonts')
  if (fonts !== null || matchMedia('(width >= 40rem)').matches) root.dataset.fonts = ''
  if (fonts !== null) for (const link of document.querySelectorAll('[as=font]')) link.media = ''
  addEventListener('unhandledrejection', (event) => {
    if (/^Transition was/.test(event.reason?.message)) event.preventDefault()
  })
}
