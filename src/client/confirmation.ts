/** This is the time in milliseconds for which it is said that something was copied. */
const CONFIRMATION_TIME = 2000

/** These end what elements say now. What one of them says next has the whole of its time. */
const endings = new WeakMap<Element, ReturnType<typeof setTimeout>>()

/**
 * Says in an element for a while whether something was copied.
 *
 * @param after What the element says when that time is over.
 */
export function confirm(element: Element, outcome: string, after = ''): void {
  clearTimeout(endings.get(element))
  element.textContent = outcome
  endings.set(
    element,
    setTimeout(() => (element.textContent = after), CONFIRMATION_TIME),
  )
}
