/**
 * Marks the link of the section that is being read with `aria-current` in the contents. It does nothing on a page
 * without contents.
 */
export function highlightCurrentSection(): void {
  const contents = document.querySelector('.contents')
  if (contents === null) return
  const links = [...contents.querySelectorAll('a')]
  const headings = links.map((link) => document.getElementById(link.getAttribute('href')!.slice(1))!)
  const started = new Set<Element>()
  // The observed area reaches up further than any page is long, and down to a third of the window. A section whose
  // heading is in that area has started.
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) started[isIntersecting ? 'add' : 'delete'](target)
      const current = links[headings.findLastIndex((head) => started.has(head))]
      for (const link of links) link.removeAttribute('aria-current')
      current?.setAttribute('aria-current', 'location')
      if (current !== undefined) scrollIntoList(current, contents)
    },
    { rootMargin: '9999999px 0px -66%' },
  )
  for (const head of headings) observer.observe(head)
}

/**
 * Scrolls the contents so that a link in them shows. It scrolls no further than that takes, so that a long list does
 * not jump.
 */
function scrollIntoList(link: Element, contents: Element): void {
  const [inner, outer] = [link.getBoundingClientRect(), contents.getBoundingClientRect()]
  contents.scrollTop += Math.min(0, inner.top - outer.top) || Math.max(0, inner.bottom - outer.bottom)
}
