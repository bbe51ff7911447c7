/**
 * This is the script of pages with frames of other sites. Nothing is loaded from elsewhere until a reader asks for it,
 * and then only from a host that the site names.
 *
 * It imports nothing, because what two scripts import becomes one more file, which every page would have to fetch.
 */
/** A frame may run its own scripts, and is kept from everything of this page. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-popups allow-presentation'

for (const link of document.querySelectorAll<HTMLAnchorElement>('.prose a[data-frame]'))
  // On the host of the site itself, a frame could take its own sandbox away.
  if (link.origin !== location.origin) addButton(link)

/** Adds the button that opens a frame after its link. The link stays, for those who would rather go there. */
function addButton(link: HTMLAnchorElement): void {
  const host = link.dataset['frame']!
  const words = link.textContent === link.getAttribute('href') ? '' : `: ${link.textContent}`
  const show = document.querySelector<HTMLElement>('[data-show-frame]')!.dataset['showFrame']!.replace('{host}', host)
  const name = show + words
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'show-frame'
  button.ariaLabel = name
  button.textContent = show
  button.onclick = () => button.replaceWith(frameOf(link))
  link.after(button)
}

/** Makes a frame, and gives it the focus that the button had. */
function frameOf(link: HTMLAnchorElement): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = link.textContent
  frame.className = 'frame'
  frame.setAttribute('sandbox', SANDBOX)
  frame.allow = 'fullscreen; picture-in-picture; encrypted-media'
  // Players ask which site they are shown on, and no page.
  frame.referrerPolicy = 'strict-origin'
  frame.src = link.href
  const [width = 0, height = 0] = (link.dataset['size'] ?? '').split('x').map(Number)
  if (width > 0 && height > 0) frame.style.aspectRatio = `${width} / ${height}`
  else if (height > 0) frame.style.height = `${height}px`
  requestAnimationFrame(() => frame.focus())
  return frame
}
