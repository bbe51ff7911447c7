/** The focus that comes back to where it was is not a reader who comes to a link: no preview opens for it. */
let cameBackTo: Element | undefined

export function returnFocus(to: HTMLElement): void {
  to.focus({ preventScroll: true })
  cameBackTo = to.matches(':focus-visible') ? to : undefined
}

/** Asked once for each time. */
export function isReturn(to: Element | undefined): boolean {
  const is = to !== undefined && to === cameBackTo
  cameBackTo = undefined
  return is
}
