/**
 * This is the element that the focus was last returned to, if it shows the focus. No preview opens there, because the
 * reader did not come to the link.
 */
let returnedTo: Element | undefined

/** Gives the focus back to an element without scrolling. */
export function returnFocus(to: HTMLElement | SVGElement): void {
  to.focus({ preventScroll: true })
  returnedTo = to.matches(':focus-visible') ? to : undefined
}

/**
 * Tells whether the focus came to an element because it was returned there. The answer is true once for each return.
 */
export function consumeFocusReturn(to: Element): boolean {
  if (to !== returnedTo) return false
  returnedTo = undefined
  return true
}
