/**
 * Highlights the margin card of the citation that the pointer or the focus is on, and the citations of the card that
 * it is on. It does nothing on a page without margin cards.
 */
export function highlightCitations(): void {
  const essay = document.querySelector<HTMLElement>('.prose:has(.card)')
  if (essay === null) return
  const cards = [...essay.querySelectorAll<HTMLAnchorElement>('.card > a')]
  const citations = [...essay.querySelectorAll<HTMLAnchorElement>('a[id]')].filter(({ pathname }) =>
    cards.some((card) => card.pathname === pathname),
  )

  /**
   * Highlights each card and citation that links to the same note as the target. Without a target nothing is
   * highlighted.
   */
  const highlight = (target?: EventTarget | null): void => {
    const current =
      target instanceof Element ? (target.closest('.card')?.querySelector('a') ?? target.closest('a')) : undefined
    for (const link of [...cards, ...citations])
      (link.closest('.card') ?? link).classList.toggle('lit', link.pathname === current?.pathname)
  }
  for (const event of ['pointerover', 'focusin']) essay.addEventListener(event, ({ target }) => highlight(target))
  for (const event of ['pointerleave', 'focusout']) essay.addEventListener(event, () => highlight())
}
