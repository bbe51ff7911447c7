/**
 * This file writes the links between pages and what has to do with them for machines that follow typed links
 * (https://signposting.org): as a link set (RFC 9264, https://www.rfc-editor.org/rfc/rfc9264), and as headers (RFC 8288,
 * https://www.rfc-editor.org/rfc/rfc8288) in a file that some hosts read.
 */
import { absolute, hrefOf, withBase, workAddress } from '../address.ts'
import { atomAddress } from './atom.ts'
import { CITE_FORMATS, citeAddress } from './cite-entry.ts'
import { evidenceAddress } from './evidence-csv.ts'
import { jsonAddress } from './json.ts'
import { jsonFeedAddress } from './json-feed.ts'
import { licenceOf } from './licence.ts'
import { markdownAddress } from './markdown.ts'
import type { Corpus } from '../model/corpus.ts'
import type { TypedLink } from '../model/typed-link.ts'
import { sourceLinks } from '../render/source-links.ts'
import type { Settings } from '../site-config.ts'
import type { Kind } from '../vocabulary.ts'

/** This is the address of the link set, without the site's base. */
export const LINK_SET = '/linkset.json'
/** This is the file from which Netlify, Cloudflare Pages and some other hosts read the headers of pages. */
export const HEADERS_FILE = '/_headers'

/** This is the media type of JSON Feed. */
export const JSON_FEED = 'application/feed+json'

/** These are the words of schema.org for the kinds of entries. */
const TYPES: Readonly<Record<Kind, string>> = { inquiry: 'Question', note: 'Claim', page: 'WebPage', canvas: 'WebPage' }

/**
 * Gives the typed links of the page of an entry. There is an address by which to cite it only where the site knows its
 * own.
 *
 * @param href The address of the page, with the site's base.
 */
export function entryLinks({ kind, href }: { readonly kind: Kind; readonly href: string }, settings: Settings) {
  const licence = licenceOf(settings.licence)
  const { alternates } = settings
  const links: TypedLink[] = [
    ...(alternates.includes('markdown')
      ? [{ rel: 'alternate', href: markdownAddress(href), type: 'text/markdown' } as const]
      : []),
    ...(alternates.includes('json')
      ? [{ rel: 'alternate', href: jsonAddress(href), type: 'application/json' } as const]
      : []),
    ...(settings.url === undefined ? [] : [{ rel: 'cite-as', href: absolute(settings, href) } as const]),
    ...(alternates.includes('references') ? CITE_FORMATS : []).map(({ extension, type }) => ({
      rel: 'describedby' as const,
      href: citeAddress(href, extension),
      type,
    })),
    ...(kind === 'inquiry' && alternates.includes('csv')
      ? [{ rel: 'item', href: evidenceAddress(href), type: 'text/csv' } as const]
      : []),
    ...(licence === undefined ? [] : [{ rel: 'license', href: licence.url } as const]),
    ...(settings.orcid === undefined ? [] : [{ rel: 'author', href: settings.orcid } as const]),
    { rel: 'type', href: `https://schema.org/${TYPES[kind]}` },
  ]
  if (kind === 'inquiry' && alternates.includes('feeds'))
    links.push(
      { rel: 'alternate', href: atomAddress(href), type: 'application/atom+xml' },
      { rel: 'alternate', href: jsonFeedAddress(href), type: JSON_FEED },
    )
  return links
}

/** Lists every page of an entry or of a work with its links, in the order of paths and keys. */
const pagesWithLinks = (corpus: Corpus): { href: string; links: readonly TypedLink[] }[] => [
  ...[...corpus.entries.values()].map(({ kind, path }) => {
    const href = hrefOf(corpus, path)
    return { href, links: entryLinks({ kind, href }, corpus.settings) }
  }),
  ...[...corpus.works.values()].map((work) => ({
    href: withBase(corpus.settings, workAddress(work)),
    links: sourceLinks(corpus, work),
  })),
]

/** Writes the link set of a site. */
export function linkSet(corpus: Corpus): string {
  const whole = (href: string): string => absolute(corpus.settings, href)
  const contexts = pagesWithLinks(corpus).map(({ href, links }) => {
    const targets = Map.groupBy(links, ({ rel }) => rel)
    const byRelation = [...targets].map(
      ([rel, all]) => [rel, all.map(({ href: to, type }) => ({ href: whole(to), ...(type && { type }) }))] as const,
    )
    return { anchor: whole(href), ...Object.fromEntries(byRelation) }
  })
  return `${JSON.stringify({ linkset: contexts })}\n`
}

/**
 * A host reads at most this many rules from the file (Cloudflare Pages,
 * https://developers.cloudflare.com/pages/configuration/headers/).
 */
const MAX_RULES = 100
/** It reads at most this many characters of a line. Of a longer one it reads nothing. */
const MAX_LINE = 2000

/**
 * Writes the headers of pages. Every page leads to the link set. Where there are no more pages than a host reads rules,
 * each has its own links as well, if they fit into a line.
 */
export function headersFile(corpus: Corpus): string {
  const { settings } = corpus
  const linkset = `<${encodeHeader(withBase(settings, LINK_SET))}>; rel="linkset"; type="application/linkset+json"`
  const pages = pagesWithLinks(corpus)
  const own = pages.length < MAX_RULES ? pages : []
  return [
    rule(`${withBase(settings, '/')}*`, [linkset]),
    ...own.map(({ href, links }) =>
      rule(encodeHeader(href), [...links.map((link) => headerOf(settings, link)), linkset]),
    ),
  ].join('')
}

/** Writes the rule of a page, unless the host would not read it. The rule of all pages names the link set. */
function rule(path: string, links: readonly string[]): string {
  const line = `  Link: ${links.join(', ')}`
  return line.length > MAX_LINE ? '' : `${path}\n${line}\n`
}

const headerOf = (settings: Settings, { rel, href, type }: TypedLink): string =>
  `<${encodeHeader(absolute(settings, href))}>; rel="${rel}"${type === undefined ? '' : `; type="${type}"`}`

/** Encodes what cannot stand in a header. An address that is encoded already stays as it is. */
const encodeHeader = (href: string): string =>
  href.replace(/[^\x21-\x7e]|[<>"\\^`{|}]/gu, (sign) => encodeURIComponent(sign))
