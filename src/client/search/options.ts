/** The options of the list that a field owns: which is chosen, and which comes next. */
export const optionsOf = (list: HTMLElement): HTMLAnchorElement[] => [
  ...list.querySelectorAll<HTMLAnchorElement>('[role=option]'),
]

export const selectedOption = (list: HTMLElement): HTMLAnchorElement | undefined =>
  list.querySelector<HTMLAnchorElement>('[role=option][aria-selected=true]') ?? undefined

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

/** After the last comes the first. */
export function adjacentOption(list: HTMLElement, by: number): HTMLAnchorElement | undefined {
  const options = optionsOf(list)
  const selected = options.findIndex((option) => option === selectedOption(list))
  return options[(selected + by + options.length) % options.length]
}
