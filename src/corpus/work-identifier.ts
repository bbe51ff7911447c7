/** This file knows the identifiers by which Manubot cites works that no bibliography lists: `@doi:10.1000/182`. */
import { doiAddress } from './doi.ts'

const ADDRESSES: ReadonlyMap<string, (id: string) => string> = new Map([
  ['doi', doiAddress],
  ['pmid', (id) => `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(id)}`],
  ['pubmed', (id) => `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(id)}`],
  ['pmc', (id) => `https://www.ncbi.nlm.nih.gov/pmc/articles/${encodeURIComponent(id)}`],
  ['pmcid', (id) => `https://www.ncbi.nlm.nih.gov/pmc/articles/${encodeURIComponent(id)}`],
  ['isbn', (id) => `https://openlibrary.org/isbn/${encodeURIComponent(id)}`],
  ['wikidata', (id) => `https://www.wikidata.org/wiki/${encodeURIComponent(id)}`],
  ['clinicaltrials', (id) => `https://clinicaltrials.gov/study/${encodeURIComponent(id)}`],
  ['arxiv', (id) => `https://arxiv.org/abs/${encodeURI(id)}`],
])

/**
 * Gives the address of a work that is cited by an identifier. It is undefined for a key.
 *
 * @example
 * addressOfWork('doi:10.1000/182') // 'https://doi.org/10.1000/182'
 * addressOfWork('zhao2025echo') // undefined
 */
export function addressOfWork(key: string): string | undefined {
  const [, scheme = '', id = ''] = /^([a-z]+):(\S+)$/i.exec(key) ?? []
  if (/^https?$/i.test(scheme)) return key
  if (scheme.toLowerCase() === 'url') return /^https?:\/\//i.test(id) ? id : undefined
  return ADDRESSES.get(scheme.toLowerCase())?.(id)
}
