/**
 * This file shows what a link leads to next to it, while the pointer or the focus rests on the link. The pointer can
 * move onto the preview, Tab leads into it and on, and Escape closes it (WCAG 1.4.13).
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { consumeFocusReturn } from './focus.ts'
import { fetchPage } from './fetch-page.ts'
import type { Link } from './links.ts'
import { placeBy } from './position.ts'
import { words } from '../words.ts'

/**
 * These are delays in milliseconds: the time on a link after which its page is fetched, the time after which the
 * preview shows, and the time to move from the link to the preview before it closes.
 */
const [FETCH_DELAY, SHOW_DELAY, CLOSE_DELAY] = [80, 400, 250]
/** Matches an element while the pointer or the visible focus is on it or in it. */
const RESTING = ':hover, :focus-visible, :has(:focus-visible)'

/** These are the timers of a preview that is still to come. */
let timers: ReturnType<typeof setTimeout>[] = []
/** This is the link that the pointer or the focus came to last. */
let latest: Link | undefined
/** This tells whether the preview of that link is still wanted. */
let isWanted = false
/** This is the preview that is open, and its link. */
let opened: { readonly link: Link; readonly box: HTMLElement } | undefined

/**
 * Prepares the preview of the link that the pointer or the focus came to. Without a link, it cancels a preview that
 * is still to come, and closes an open one unless it is in use.
 */
export function previewSoon(link?: Link): void {
  if (opened !== undefined) setTimeout(closeUnlessInUse, CLOSE_DELAY)
  const isFocusReturn = link !== undefined && consumeFocusReturn(link)
  // The pointer may leave a link that still has the focus.
  if (link === latest || (link === undefined && latest?.matches(RESTING) === true)) return
  cancelPending()
  latest = link
  if (link === undefined || link === opened?.link || isFocusReturn) return
  isWanted = true
  timers = [setTimeout(() => void fetchPage(link), FETCH_DELAY), setTimeout(() => void showPreview(link), SHOW_DELAY)]
}

/** Returns the link that has a preview now. */
export const previewedLink = (): Link | undefined => opened?.link

/** Closes the preview. None opens at its link again before the reader leaves the link and comes back. */
export function dismissPreview(link: Link | undefined = opened?.link): void {
  cancelPending()
  closePreview()
  latest = link
}

/** Cancels a preview that is still to come. */
function cancelPending(): void {
  timers.forEach(clearTimeout)
  timers = []
  isWanted = false
}

/** Shows the preview of a link, if the reader is still there when its page has been fetched. */
async function showPreview(link: Link): Promise<void> {
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

/** Renders the box of a preview, which is a popover and can be focused. */
function renderPreview({ box: content, title, label }: RenderedExcerpt): HTMLElement {
  const box = element('div', { class: 'preview' }, content)
  box.id = 'preview'
  box.popover = 'manual'
  box.role = 'group'
  box.ariaLabel = words().previews.preview(title || label)
  box.tabIndex = 0
  return box
}

/**
 * Closes the preview unless the pointer or the focus is on it or on its link. Of a card all counts, because the pointer
 * crosses it on the way to the preview.
 */
function closeUnlessInUse(): void {
  if (opened === undefined) return
  const { link, box } = opened
  if (![link.closest('.card') ?? link, box].some((each) => each.matches(RESTING))) closePreview()
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

/** Closes the preview, and gives the focus back to the link if it was in the preview. */
function onEscape(event: KeyboardEvent): void {
  cancelPending()
  if (opened === undefined) return
  const { link, box } = opened
  const isInside = box.contains(document.activeElement)
  event.preventDefault()
  dismissPreview()
  if (isInside) link.focus()
}

/**
 * Moves the focus between a link and its preview. The preview is the last element of the page, but for the tab key it
 * comes right after its link.
 */
function onTab(event: KeyboardEvent, link: Link, box: HTMLElement): void {
  const [from, to] = event.shiftKey ? [box, link] : [link, box]
  const last = [box, ...box.querySelectorAll<HTMLElement>('a, summary, [tabindex]')].findLast((each) =>
    each.checkVisibility(),
  )
  if (document.activeElement === from) {
    event.preventDefault()
    to.focus()
  } else if (document.activeElement === last && !event.shiftKey) {
    // From the link the browser itself moves the focus on to what comes next.
    dismissPreview()
    link.focus()
  }
}

document.addEventListener('keydown', onKey, true)
addEventListener('resize', () => dismissPreview())
// The preview moves along with the page, but not with an element that scrolls inside the page.
document.addEventListener(
  'scroll',
  ({ target }) => target !== document && opened?.box.contains(target as Node) === false && dismissPreview(),
  true,
)
