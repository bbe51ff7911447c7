/** The options of the list that a field owns: which is chosen, and which comes next. */
export const optionsOf = (list: HTMLElement): HTMLAnchorElement[] => [
  ...list.querySelectorAll<HTMLAnchorElement>('[role=option]'),
]

export const chosen = (list: HTMLElement): HTMLAnchorElement | undefined =>
  list.querySelector<HTMLAnchorElement>('[role=option][aria-selected=true]') ?? undefined

export function choose(
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
export function step(list: HTMLElement, by: number): HTMLAnchorElement | undefined {
  const options = optionsOf(list)
  const at = options.findIndex((option) => option === chosen(list))
  return options[(at + by + options.length) % options.length]
}
