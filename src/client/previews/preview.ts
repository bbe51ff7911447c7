/**
 * What a link leads to, shown by it while the pointer or the focus rests on it. It can be pointed at, and Tab leads into it and on;
 * Escape closes it (WCAG 1.4.13).
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { isReturn } from './focus.ts'
import { pageAt } from './fetch-page.ts'
import { placeBy } from './position.ts'

/** Milliseconds: of rest before the page is fetched, of rest before it shows, of grace on the way from the link to the preview. */
const [FETCH, SHOW, GRACE] = [80, 400, 250]
const RESTING = ':hover, :focus-visible, :has(:focus-visible)'

let timers: number[] = []
/** The link that the pointer or the focus came to last, and whether its preview is still wanted. */
let latest: HTMLAnchorElement | undefined
let isWanted = false
let open: { readonly link: HTMLAnchorElement; readonly box: HTMLElement } | undefined

/** The pointer or the focus came to a link, or to what is none. */
export function previewSoon(link?: HTMLAnchorElement): void {
  if (open !== undefined) setTimeout(closeUnlessHeld, GRACE)
  const isBack = link !== undefined && isReturn(link)
  // The pointer may wander where the focus still rests on a link.
  if (link === latest || (link === undefined && latest?.matches(RESTING) === true)) return
  forget()
  latest = link
  if (link === undefined || link === open?.link || isBack) return
  isWanted = true
  timers = [window.setTimeout(() => void pageAt(link), FETCH), window.setTimeout(() => void show(link), SHOW)]
}

/** The link that has a preview now. */
export const previewed = (): HTMLAnchorElement | undefined => open?.link

/** Closes the preview; none opens at this link before it is left and come back to. */
export function dismiss(link: HTMLAnchorElement | undefined = open?.link): void {
  forget()
  close()
  latest = link
}

function forget(): void {
  timers.forEach(clearTimeout)
  timers = []
  isWanted = false
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const excerpt = await renderExcerpt(link)
  if (excerpt === undefined || latest !== link || !isWanted || !link.matches(RESTING)) return
  close()
  const box = boxOf(excerpt)
  open = { link, box }
  document.querySelector('main')!.append(box)
  link.setAttribute('aria-details', box.id)
  box.showPopover()
  placeBy(box, link)
}

function boxOf({ box: content, title, label }: RenderedExcerpt): HTMLElement {
  const box = element('div', { class: 'preview' }, content)
  box.id = 'preview'
  box.popover = 'manual'
  box.role = 'group'
  box.ariaLabel = `Preview: ${title || label}`
  box.tabIndex = 0
  return box
}

/** Between a line of the contents and the preview at its side, the rest of the line is on the way. */
function closeUnlessHeld(): void {
  if (open === undefined) return
  const { link, box } = open
  if (![link.closest('nav li') ?? link, box].some((each) => each.matches(RESTING))) close()
}

function close(): void {
  open?.link.removeAttribute('aria-details')
  open?.box.remove()
  open = undefined
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Escape') onEscape(event)
  if (event.key === 'Tab' && open !== undefined) onTab(event, open.link, open.box)
}

function onEscape(event: KeyboardEvent): void {
  forget()
  if (open === undefined) return
  const { link, box } = open
  const isInside = box.contains(document.activeElement)
  event.preventDefault()
  dismiss()
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
    dismiss()
    link.focus()
  }
}

document.addEventListener('keydown', onKey, true)
addEventListener('resize', () => dismiss())
// The preview moves along with the page, but not with what scrolls inside of it.
document.addEventListener(
  'scroll',
  ({ target }) => target !== document && open?.box.contains(target as Node) === false && dismiss(),
  true,
)
