/** This file fetches pages of this site as documents, each at most once. Nothing in such a document runs or loads. */
import { isThisPage, isSitePage, urlOf, type Address } from './links.ts'

/** These are the pages that were asked for, by path. */
const pages = new Map<string, Promise<Document | undefined>>()

/**
 * Fetches the page at an address. For the address of this page, the result is the document itself.
 *
 * @returns The document, or undefined when the page is not of this site or cannot be fetched; the next call then
 * tries again.
 */
export async function fetchPage(address: Address): Promise<Document | undefined> {
  if (!isSitePage(address)) return undefined
  if (isThisPage(address)) return document
  const { pathname } = address
  if (!pages.has(pathname)) pages.set(pathname, downloadPage(urlOf(address)))
  const page = await pages.get(pathname)
  if (page === undefined) pages.delete(pathname)
  return page
}

/** Downloads a page and parses it. The result is undefined when the server does not answer with HTML. */
async function downloadPage(url: string): Promise<Document | undefined> {
  try {
    const response = await fetch(url)
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html') !== true) return undefined
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    return undefined
  }
}
