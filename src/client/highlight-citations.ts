/**
 * Highlights a note wherever the page shows it, while the pointer or the focus is on it: its mark in the field, its
 * citations in the essay and its cards in the margin. It does nothing on a page without them.
 */
export function highlightCitations(): void {
  const article = document.querySelector('article:has(.field, .card)')
  if (article === null) return
  const notes = new Set([...article.querySelectorAll('.field a, .card > a')].map(hrefOf))
  const shown = [...article.querySelectorAll('.field a, .card > a, .prose a[id]')].flatMap((link) => {
    const href = hrefOf(link)
    return notes.has(href) ? [{ part: link.closest('.card') ?? link, href }] : []
  })

  /** Highlights all that stands for the note that the target leads to. Without a target nothing is highlighted. */
  const highlight = (target?: EventTarget | null): void => {
    const link =
      target instanceof Element ? (target.closest('.card')?.querySelector('a') ?? target.closest('a[href]')) : null
    for (const { part, href } of shown) part.classList.toggle('lit', link !== null && href === hrefOf(link))
  }
  for (const event of ['pointerover', 'focusin']) article.addEventListener(event, ({ target }) => highlight(target))
  for (const event of ['pointerleave', 'focusout']) article.addEventListener(event, () => highlight())
}

/** Returns the page that a link of HTML or of a drawing leads to, without what follows the path. */
const hrefOf = (link: Element): string => link.getAttribute('href')!.replace(/[#?].*/, '')
