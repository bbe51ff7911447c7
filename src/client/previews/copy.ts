/** Parts of one page as parts of another. */
import { element } from '../element.ts'
import { isHere, type Address } from './links.ts'

/** What belongs to the page around a text, and what would run or wait in vain for a script. */
const LEFT_OUT = '.beside, .contents, .no-print, .data-footnote-backref, script, style, form, button'

/**
 * A copy that can stand in this page: without ids, which are the page's own (they are kept as `data-id`), and with links that still lead
 * where they did.
 */
export function copy<T extends Element>(part: T, address: Address): T {
  const page = isHere(address) ? '' : address.pathname
  const made = document.importNode(part, true)
  for (const each of made.querySelectorAll(LEFT_OUT)) each.remove()
  for (const each of [made, ...made.querySelectorAll('*')]) {
    const href = each.getAttribute('href')
    if (href?.startsWith('#') === true) each.setAttribute('href', page + href)
    if (each.id !== '') each.setAttribute('data-id', each.id)
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) each.removeAttribute(name)
  }
  return made
}

/** Brings along what a page is styled by beyond what every page is: that of its formulas. */
export function bringStyles(page: Document): void {
  for (const { href } of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (![...document.querySelectorAll('link')].some((link) => link.href === href)) {
      document.head.append(element('link', { rel: 'stylesheet', href }))
    }
  // Under `astro dev`, the styles of a page's own components stand in the page itself.
  if (import.meta.env.DEV) document.head.append(...page.querySelectorAll('head style'))
}
