/** Pages of this site as documents, each fetched at most once. In a document of its own nothing runs and nothing loads. */
import { isThisPage, isSitePage, type Address } from './links.ts'

const pages = new Map<string, Promise<Document | undefined>>()

/** @returns Undefined when the page cannot be had; the next call tries again. */
export async function fetchPage(address: Address): Promise<Document | undefined> {
  if (!isSitePage(address)) return undefined
  if (isThisPage(address)) return document
  const { pathname } = address
  if (!pages.has(pathname)) pages.set(pathname, downloadPage(pathname))
  const page = await pages.get(pathname)
  if (page === undefined) pages.delete(pathname)
  return page
}

async function downloadPage(pathname: string): Promise<Document | undefined> {
  try {
    const response = await fetch(pathname)
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html') !== true) return undefined
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  } catch {
    return undefined
  }
}
