/** This file gives the DOI by which the registries know a work. */
import { doiKey } from '../doi.ts'
import type { Source } from '../model/source.ts'

/** Gives the DOI of a source in lower case, without an address before it. It is undefined where the source has none. */
export function doiOf({ csl }: Pick<Source, 'csl'>): string | undefined {
  const doi = csl['DOI']
  return typeof doi === 'string' && doi !== '' ? doiKey(doi) : undefined
}

/**
 * Gives the DOI by which a registry knows a work, in lower case. arXiv registers one for each of its articles
 * (https://info.arxiv.org/help/doi.html), so a work that has only a number there has a DOI as well.
 */
export const registeredDoi = (source: Pick<Source, 'csl' | 'arxiv'>): string | undefined =>
  doiOf(source) ?? (source.arxiv === undefined ? undefined : arxivDoi(source.arxiv))

/**
 * Gives the DOI of an article on arXiv. All versions of an article have the same.
 *
 * @example
 * arxivDoi('2101.00001v2') // '10.48550/arxiv.2101.00001'
 */
export const arxivDoi = (number: string): string => `10.48550/arxiv.${number.toLowerCase().replace(/v\d+$/, '')}`
