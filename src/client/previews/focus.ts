/** The focus that comes back to where it was is not a reader who comes to a link: no preview opens for it. */
let cameBackTo: Element | undefined

export function returnFocus(to: HTMLElement): void {
  to.focus({ preventScroll: true })
  cameBackTo = to.matches(':focus-visible') ? to : undefined
}

/** True once for each time. */
export function isReturn(to: Element): boolean {
  if (to !== cameBackTo) return false
  cameBackTo = undefined
  return true
}
