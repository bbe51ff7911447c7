/** Pointing at a citation lights its card in the margin, and the other way round. So does reaching either from the keyboard. */
export function highlightCitations(): void {
  const essay = document.querySelector<HTMLElement>('.prose:has(.card)')
  if (essay === null) return
  const cards = [...essay.querySelectorAll<HTMLAnchorElement>('.card > a')]
  const citations = [...essay.querySelectorAll<HTMLAnchorElement>('a[id]')].filter(({ pathname }) =>
    cards.some((card) => card.pathname === pathname),
  )

  /** Whatever leads to the same note is lit. */
  const highlight = (target?: EventTarget | null): void => {
    const current =
      target instanceof Element ? (target.closest('.card')?.querySelector('a') ?? target.closest('a')) : undefined
    for (const link of [...cards, ...citations])
      (link.closest('.card') ?? link).classList.toggle('lit', link.pathname === current?.pathname)
  }
  for (const event of ['pointerover', 'focusin']) essay.addEventListener(event, ({ target }) => highlight(target))
  for (const event of ['pointerleave', 'focusout']) essay.addEventListener(event, () => highlight())
}
