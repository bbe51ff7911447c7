/**
 * This file writes the redirects of a site as a file that its host reads, so that an old address is answered with the
 * new one (301) before any page is loaded. The pages at old addresses are there all the same.
 */
import { hrefOf, withBase } from '../address.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Host } from '../site-config.ts'
import type { SitePath } from '../vocabulary.ts'
import type { Redirect } from './redirects.ts'

/** A `Move` is an old address and the new one, both with the site's base and encoded. */
interface Move {
  readonly from: string
  readonly to: string
}

/** A `HostFile` is the file in which a host reads redirects. */
interface HostFile {
  /** This is the address of the file, without the site's base. */
  readonly address: SitePath
  readonly type: string
  readonly write: (moves: readonly Move[], corpus: Corpus) => string
}

/** Encodes an address, which may be encoded already. */
const encoded = (href: string): string => encodeURI(decodeURI(href))

/** A path without a slash at its end, which some hosts tell from the same with one. */
const bare = (path: string): string => path.replace(/\/$/, '')

/** Writes lines of `_redirects`: from, to and status. */
const lines = (moves: readonly Move[], status: string): string =>
  moves.map(({ from, to }) => `${from} ${to} ${status}\n`).join('')

/** Both addresses that a host which compares them letter by letter may be asked for. */
const bothForms = ({ from, to }: Move): Move[] =>
  from.endsWith('/')
    ? [
        { from: bare(from), to },
        { from, to },
      ]
    : [{ from, to }]

/** Cloudflare reads at most so many redirects (https://developers.cloudflare.com/pages/configuration/redirects/). */
const MOST_CLOUDFLARE = 2000
/** Vercel reads at most so many routes (https://vercel.com/docs/project-configuration#redirects). */
const MOST_VERCEL = 2048

const FILES: Readonly<Record<Host, HostFile>> = {
  // The sign of exclamation says that the redirect goes before the page at the old address
  // (https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/#shadowing).
  netlify: { address: '/_redirects', type: 'text/plain', write: (moves) => lines(moves, '301!') },
  cloudflare: {
    address: '/_redirects',
    type: 'text/plain',
    write: (moves) => lines(moves.flatMap(bothForms).slice(0, MOST_CLOUDFLARE), '301'),
  },
  vercel: { address: '/vercel.json', type: 'application/json', write: vercelFile },
  apache: { address: '/.htaccess', type: 'text/plain', write: htaccess },
}

/**
 * Returns the file in which the host of a site reads redirects. It is undefined where `site.yaml` names no host.
 *
 * @param redirects Lists the redirects. It is only called when the file is written.
 */
export function hostFile(corpus: Corpus, redirects: () => readonly Redirect[]) {
  const { settings } = corpus
  if (settings.host === undefined) return undefined
  const { address, type, write } = FILES[settings.host]
  const moves = (): Move[] =>
    redirects().map(({ address: from, to }) => ({
      from: encoded(withBase(settings, from)),
      to: encoded(hrefOf(corpus, to)),
    }))
  return { address, type, content: () => write(moves(), corpus) }
}

/** Writes `vercel.json` (https://vercel.com/docs/project-configuration). Addresses end with a slash there, too. */
function vercelFile(moves: readonly Move[]): string {
  const redirects = moves.slice(0, MOST_VERCEL).map(({ from, to }) => ({
    source: from.endsWith('/') ? `${patternOf(bare(from))}{/}?` : patternOf(from),
    destination: to,
    permanent: true,
  }))
  return `${JSON.stringify({ $schema: 'https://openapi.vercel.sh/vercel.json', trailingSlash: true, redirects }, null, 2)}\n`
}

/** Escapes what `path-to-regexp` would read as more than the sign itself. */
const patternOf = (path: string): string => path.replace(/[():*+?{}\\]/g, String.raw`\$&`)

/**
 * Writes `.htaccess` for Apache: the page for what is not found, and the redirects. Apache compares decoded paths with
 * the pattern, and encodes the target itself (https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirectmatch).
 */
function htaccess(moves: readonly Move[], { settings }: Corpus): string {
  const rules = moves.map(({ from, to }) => {
    const pattern = decodeURI(bare(from)).replace(/[\\^$.|?*+()[\]{}"]/g, String.raw`\$&`)
    return `RedirectMatch 301 "^${pattern}${from.endsWith('/') ? '/?' : ''}$" "${decodeURI(to).replace(/[$"\\]/g, String.raw`\$&`)}"\n`
  })
  return `ErrorDocument 404 ${withBase(settings, '/404.html')}\n${rules.join('')}`
}
