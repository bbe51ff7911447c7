/** This file finds the addresses at which a work can be read. */
import { doiAddress } from '../doi.ts'
import { textOf } from './csl.ts'
import type { Source } from '../model/source.ts'
import type { Csl } from '../model/csl.ts'

/**
 * Gives the addresses at which a work can be read, each once.
 *
 * @param arxiv The number of the work on arXiv.
 */
export function linksOf(work: Csl, arxiv?: string): Source['links'] {
  const { DOI: doi, URL: url } = work
  const links: { label: string; href: string }[] = []
  const add = (label: string, href: string): void => {
    if (!links.some((link) => bareAddress(link.href) === bareAddress(href))) links.push({ label, href })
  }
  if (doi) add(`doi:${doi}`, doiAddress(doi))
  if (arxiv) {
    add(`arXiv:${arxiv}`, `https://arxiv.org/abs/${encodeURI(arxiv)}`)
    add('PDF', `https://arxiv.org/pdf/${encodeURI(arxiv)}`)
  }
  if (url && /^https?:\/\//i.test(url)) add(isPdf(url) ? 'PDF' : hostOf(url), url)
  return links
}

const isPdf = (url: string): boolean => /\.pdf(?:[?#]|$)/i.test(url)
/** Gives the form of a URL in which two addresses of the same page are equal. */
const bareAddress = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.|dx\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase()
/** Gives the host of a URL, which names the link. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url)

/** Gives the one address of a work that a reference manager keeps. It is undefined where there is none. */
export const addressOf = ({ URL: url }: Csl, arxiv: string | undefined): string | undefined =>
  url ?? (arxiv === undefined ? undefined : `https://arxiv.org/abs/${arxiv}`)

const ARXIV_NUMBER = String.raw`[\w.-]+\/?\d+(?:v\d+)?`
const ARXIV_ADDRESS = new RegExp(String.raw`arxiv\.org\/(?:abs|pdf)\/(${ARXIV_NUMBER})`, 'i')
const ARXIV_NAME = new RegExp(String.raw`^arxiv:\s*(${ARXIV_NUMBER})`, 'im')
const ARXIV_DOI = new RegExp(String.raw`^10\.48550\/arxiv\.(${ARXIV_NUMBER})$`, 'i')

/**
 * Finds the number of a work on arXiv. Reference managers write it into CSL-JSON as the number of a report, in a DOI,
 * in a URL, or on a line of the remarks.
 */
export function arxivOf(work: Csl): string | undefined {
  const [number = '', note = '', doi = ''] = ['number', 'note', 'DOI'].map((field) => textOf(work, field))
  return (ARXIV_NAME.exec(number) ??
    ARXIV_DOI.exec(doi) ??
    ARXIV_ADDRESS.exec(work.URL ?? '') ??
    ARXIV_NAME.exec(note))?.[1]
}
