/** This is the space in pixels between a link and its preview, and between a preview and the edge of the window. */
const GAP = 8

/**
 * Places a box next to a link: under it, or over it where there is more room, but never on it and never outside the
 * window. A link of the contents has its box at its side, because the reader goes on to the link under it. The
 * position is relative to the page, so the box moves along with it.
 */
export function placeBy(box: HTMLElement, link: HTMLElement): void {
  // The page is narrower than the window where space is kept for a scrollbar.
  const page = document.documentElement.getBoundingClientRect()
  const height = document.documentElement.clientHeight
  const contents = link.closest('nav')
  const { top, bottom } = link.getBoundingClientRect()
  const { left, right } = contents?.getBoundingClientRect() ?? link.getClientRects()[0] ?? page
  const room = { under: height - bottom - 2 * GAP, over: top - 2 * GAP }
  const isUnder = room.under >= Math.min(box.offsetHeight, room.over)
  const maxHeight = contents ? height - 2 * GAP : isUnder ? room.under : room.over
  if (box.offsetHeight > maxHeight) box.style.maxHeight = `${maxHeight}px`
  const { offsetWidth, offsetHeight } = box
  const isRtl = getComputedStyle(link).direction === 'rtl'
  const x = contents ? (isRtl ? left - 4 * GAP - offsetWidth : right + 4 * GAP) : isRtl ? right - offsetWidth : left
  const y = contents ? top : isUnder ? bottom + GAP : top - GAP - offsetHeight
  box.style.left = `${clamp(page.left + GAP, x, page.right - offsetWidth - GAP) - page.left}px`
  box.style.top = `${clamp(GAP, y, height - offsetHeight - GAP) - page.top}px`
}

const clamp = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))
