/** This file copies parts of one page into another. */
import { element } from '../element.ts'
import { isThisPage, urlOf, type Address } from './links.ts'

/**
 * These are the elements that are not copied: what belongs to the page around a text, and what would run, or would
 * wait in vain for a script.
 */
const OMITTED = '.beside, .contents, .no-print:not(.files), .data-footnote-backref, script, style, form, button'

/**
 * Copies an element so that the copy can stand in this page. The copy has no ids, which would clash with those of
 * this page; they are kept as `data-id`. Its links lead where those of the original lead.
 *
 * @param address The address of the page that the element is from.
 * @returns The copy, which is not yet in the page.
 */
export function copyForThisPage<T extends Element>(original: T, address: Address): T {
  const isHere = isThisPage(address)
  const copied = document.importNode(original, true)
  for (const each of copied.querySelectorAll(OMITTED)) each.remove()
  for (const each of [copied, ...copied.querySelectorAll('*')]) {
    const href = each.getAttribute('href')
    if (href?.startsWith('#') === true) each.setAttribute('href', isHere ? href : urlOf(address, href))
    if (each.id !== '') each.setAttribute('data-id', each.id)
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) each.removeAttribute(name)
  }
  return copied
}

/** Adds the style sheets of another page that this page does not have: those of its formulas. */
export function addStylesOf(page: Document): void {
  for (const { href } of page.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (![...document.querySelectorAll('link')].some((link) => link.href === href)) {
      document.head.append(element('link', { rel: 'stylesheet', href }))
    }
  // Under `astro dev`, the styles of a page's own components are in the page itself.
  if (import.meta.env.DEV) document.head.append(...page.querySelectorAll('head style'))
}
