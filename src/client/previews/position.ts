/** This is the space in pixels between a link and its preview, and between a preview and the edge of the window. */
const GAP = 8

/** Matches what a preview must not cover, because its link is a part of it. */
const WHOLE = '.card, .field'

/**
 * Places a box next to a link: under it, or over it where there is more room, but never on it, nor on the card or the
 * field that it is in, and never outside the window. The position is relative to the page, so the box moves along
 * with it.
 */
export function placeBy(box: HTMLElement, link: Element): void {
  // The page is narrower than the window where space is kept for a scrollbar.
  const page = document.documentElement.getBoundingClientRect()
  const height = document.documentElement.clientHeight
  const { top, bottom } = (link.closest(WHOLE) ?? link).getBoundingClientRect()
  const { left, right } = link.getClientRects()[0] ?? page
  const room = { under: height - bottom - 2 * GAP, over: top - 2 * GAP }
  const isUnder = room.under >= Math.min(box.offsetHeight, room.over)
  const maxHeight = isUnder ? room.under : room.over
  if (box.offsetHeight > maxHeight) box.style.maxHeight = `${maxHeight}px`
  const { offsetWidth, offsetHeight } = box
  const x = getComputedStyle(link).direction === 'rtl' ? right - offsetWidth : left
  const y = isUnder ? bottom + GAP : top - GAP - offsetHeight
  box.style.left = `${clamp(page.left + GAP, x, page.right - offsetWidth - GAP) - page.left}px`
  box.style.top = `${clamp(GAP, y, height - offsetHeight - GAP) - page.top}px`
}

const clamp = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))
