/** Parts of one page as parts of another. */
import { element } from '../element.ts'
import { isThisPage, type Address } from './links.ts'

/** What belongs to the page around a text, and what would run or wait in vain for a script. */
const OMITTED = '.beside, .contents, .no-print, .data-footnote-backref, script, style, form, button'

/**
 * A copy that can stand in this page: without ids, which are the page's own (they are kept as `data-id`), and with links that still lead
 * where they did.
 */
export function copyForThisPage<T extends Element>(original: T, address: Address): T {
  const page = isThisPage(address) ? '' : address.pathname
  const copied = document.importNode(original, true)
  for (const each of copied.querySelectorAll(OMITTED)) each.remove()
  for (const each of [copied, ...copied.querySelectorAll('*')]) {
    const href = each.getAttribute('href')
    if (href?.startsWith('#') === true) each.setAttribute('href', page + href)
    if (each.id !== '') each.setAttribute('data-id', each.id)
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) each.removeAttribute(name)
  }
  return copied
}

/** Brings along what a page is styled by beyond what every page is: that of its formulas. */
export function addStylesOf(page: Document): void {
  for (const { href } of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (![...document.querySelectorAll('link')].some((link) => link.href === href)) {
      document.head.append(element('link', { rel: 'stylesheet', href }))
    }
  // Under `astro dev`, the styles of a page's own components stand in the page itself.
  if (import.meta.env.DEV) document.head.append(...page.querySelectorAll('head style'))
}
