// See Base.astro for why this is a file of its own.
{
  const { dataset } = document.documentElement
  dataset.scripted = ''
  try {
    const theme = localStorage.getItem('theme')
    if (/^(light|dark)$/.test(theme)) dataset.theme = theme
  } catch {
    // Nothing is kept.
  }
}
