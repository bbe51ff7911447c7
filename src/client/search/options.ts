/**
 * Returns the options of the list that the search field owns, in their order.
 *
 * @param list The element with the role `listbox`.
 * @example optionsOf(list).length > 0
 */
export const optionsOf = (list: HTMLElement): HTMLAnchorElement[] => [
  ...list.querySelectorAll<HTMLAnchorElement>('[role=option]'),
]

/** Returns the option that is selected. */
export const selectedOption = (list: HTMLElement): HTMLAnchorElement | undefined =>
  list.querySelector<HTMLAnchorElement>('[role=option][aria-selected=true]') ?? undefined

/**
 * Selects an option, or none, and makes it the active descendant of the field, which keeps the focus.
 *
 * @param scrolls Whether the option is scrolled into view.
 */
export function selectOption(
  input: HTMLInputElement,
  list: HTMLElement,
  option: HTMLElement | undefined,
  scrolls = true,
): void {
  for (const each of optionsOf(list)) each.setAttribute('aria-selected', String(each === option))
  if (option === undefined) input.removeAttribute('aria-activedescendant')
  else {
    input.setAttribute('aria-activedescendant', option.id)
    if (scrolls) option.scrollIntoView({ block: 'nearest' })
  }
}

/**
 * Returns the option a number of steps after the selected one, or before it if the number is negative. After the last
 * comes the first.
 */
export function adjacentOption(list: HTMLElement, by: number): HTMLAnchorElement | undefined {
  const options = optionsOf(list)
  const selected = options.findIndex((option) => option === selectedOption(list))
  return options[(selected + by + options.length) % options.length]
}
