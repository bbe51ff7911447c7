/** Pointing at a citation lights its card in the margin, and the other way round. So does reaching either from the keyboard. */
const essay = document.querySelector<HTMLElement>('.prose')!
const links = [...essay.querySelectorAll<HTMLAnchorElement>('a[id], .card > a')]

/** Whatever leads to the same note is lit. */
function light(target?: EventTarget | null): void {
  const at =
    target instanceof Element ? (target.closest('.card')?.querySelector('a') ?? target.closest('a')) : undefined
  for (const link of links) (link.closest('.card') ?? link).classList.toggle('lit', link.pathname === at?.pathname)
}

for (const event of ['pointerover', 'focusin']) essay.addEventListener(event, ({ target }) => light(target))
for (const event of ['pointerleave', 'focusout']) essay.addEventListener(event, () => light())
