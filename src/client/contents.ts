/** In the contents, the section that is being read is the current one. */
export function highlightCurrentSection(): void {
  const contents = document.querySelector('.contents')
  if (contents === null) return
  const links = [...contents.querySelectorAll('a')]
  const headings = links.map((link) => document.getElementById(link.getAttribute('href')!.slice(1))!)
  const started = new Set<Element>()
  // As far up as a page may be long, and down to a third of the window: a section whose head is in there has begun.
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

/** A long list scrolls by itself, and only as far as it takes to show the link. */
function scrollIntoList(link: Element, contents: Element): void {
  const [inner, outer] = [link.getBoundingClientRect(), contents.getBoundingClientRect()]
  contents.scrollTop += Math.min(0, inner.top - outer.top) || Math.max(0, inner.bottom - outer.bottom)
}
