/** The focus that comes back to where it was is not a reader who comes to a link: no preview opens for it. */
let returnedTo: Element | undefined

export function returnFocus(to: HTMLElement): void {
  to.focus({ preventScroll: true })
  returnedTo = to.matches(':focus-visible') ? to : undefined
}

/** True once for each time. */
export function consumeFocusReturn(to: Element): boolean {
  if (to !== returnedTo) return false
  returnedTo = undefined
  return true
}
