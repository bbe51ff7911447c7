/**
 * What a link leads to, shown by it while the pointer or the focus rests on it. It can be pointed at, and Tab leads into it and on;
 * Escape closes it (WCAG 1.4.13).
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { consumeFocusReturn } from './focus.ts'
import { fetchPage } from './fetch-page.ts'
import { placeBy } from './position.ts'

/** Milliseconds: of rest before the page is fetched, of rest before it shows, of grace on the way from the link to the preview. */
const [FETCH_DELAY, SHOW_DELAY, CLOSE_DELAY] = [80, 400, 250]
const RESTING = ':hover, :focus-visible, :has(:focus-visible)'

let timers: number[] = []
/** The link that the pointer or the focus came to last, and whether its preview is still wanted. */
let latest: HTMLAnchorElement | undefined
let isWanted = false
let opened: { readonly link: HTMLAnchorElement; readonly box: HTMLElement } | undefined

/** The pointer or the focus came to a link, or to what is none. */
export function previewSoon(link?: HTMLAnchorElement): void {
  if (opened !== undefined) setTimeout(closeUnlessInUse, CLOSE_DELAY)
  const isFocusReturn = link !== undefined && consumeFocusReturn(link)
  // The pointer may wander where the focus still rests on a link.
  if (link === latest || (link === undefined && latest?.matches(RESTING) === true)) return
  cancelPending()
  latest = link
  if (link === undefined || link === opened?.link || isFocusReturn) return
  isWanted = true
  timers = [
    window.setTimeout(() => void fetchPage(link), FETCH_DELAY),
    window.setTimeout(() => void showPreview(link), SHOW_DELAY),
  ]
}

/** The link that has a preview now. */
export const previewedLink = (): HTMLAnchorElement | undefined => opened?.link

/** Closes the preview; none opens at this link before it is left and come back to. */
export function dismissPreview(link: HTMLAnchorElement | undefined = opened?.link): void {
  cancelPending()
  closePreview()
  latest = link
}

function cancelPending(): void {
  timers.forEach(clearTimeout)
  timers = []
  isWanted = false
}

async function showPreview(link: HTMLAnchorElement): Promise<void> {
  const excerpt = await renderExcerpt(link)
  if (excerpt === undefined || latest !== link || !isWanted || !link.matches(RESTING)) return
  closePreview()
  const box = renderPreview(excerpt)
  opened = { link, box }
  document.querySelector('main')!.append(box)
  link.setAttribute('aria-details', box.id)
  box.showPopover()
  placeBy(box, link)
}

function renderPreview({ box: content, title, label }: RenderedExcerpt): HTMLElement {
  const box = element('div', { class: 'preview' }, content)
  box.id = 'preview'
  box.popover = 'manual'
  box.role = 'group'
  box.ariaLabel = `Preview: ${title || label}`
  box.tabIndex = 0
  return box
}

/** Between a line of the contents and the preview at its side, the rest of the line is on the way. */
function closeUnlessInUse(): void {
  if (opened === undefined) return
  const { link, box } = opened
  if (![link.closest('nav li') ?? link, box].some((each) => each.matches(RESTING))) closePreview()
}

function closePreview(): void {
  opened?.link.removeAttribute('aria-details')
  opened?.box.remove()
  opened = undefined
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') onEscape(event)
  if (event.key === 'Tab' && opened !== undefined) onTab(event, opened.link, opened.box)
}

function onEscape(event: KeyboardEvent): void {
  cancelPending()
  if (opened === undefined) return
  const { link, box } = opened
  const isInside = box.contains(document.activeElement)
  event.preventDefault()
  dismissPreview()
  if (isInside) link.focus()
}

/** The preview stands last in the page, and yet comes right after its link. */
function onTab(event: KeyboardEvent, link: HTMLElement, box: HTMLElement): void {
  const [from, to] = event.shiftKey ? [box, link] : [link, box]
  const last = [box, ...box.querySelectorAll<HTMLElement>('a, summary, [tabindex]')].findLast((each) =>
    each.checkVisibility(),
  )
  if (document.activeElement === from) {
    event.preventDefault()
    to.focus()
  } else if (document.activeElement === last && !event.shiftKey) {
    // The browser goes on from where the focus is now.
    dismissPreview()
    link.focus()
  }
}

document.addEventListener('keydown', onKey, true)
addEventListener('resize', () => dismissPreview())
// The preview moves along with the page, but not with what scrolls inside of it.
document.addEventListener(
  'scroll',
  ({ target }) => target !== document && opened?.box.contains(target as Node) === false && dismissPreview(),
  true,
)
