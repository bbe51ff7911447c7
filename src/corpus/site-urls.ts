/** This file describes the URLs that `site.yaml` may give, so that none of them runs a script or ends a build. */
import { z } from 'zod'
import { orcidIn } from './orcid.ts'
import { requiredText, text } from './schema/text.ts'
import { didYouMean } from './suggest.ts'

/** Matches the beginning of a whole address: a scheme of the web, two slashes, and a host. */
const WEB = /^https?:\/\/[^/\\?#]/i
const SCHEME = /^[a-z][a-z0-9+.-]*:/i
/** Matches a host that was written without a scheme, and what follows it. */
const BARE_HOST = /^(?:\/\/)?([\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#].*)?)$/
/** Matches the addresses by which git reaches a repository over SSH. */
const SSH = /^(?:ssh:\/\/)?[\w.-]+@([\w-]+(?:\.[\w-]+)+)(?::(?!\d+\/)|(?::\d+)?\/)(.+)$/
/** Matches what browsers and servers take for something else: blanks, control characters and backslashes. */
const ODD = /[\s\p{Cc}\\]|%(?:[01][0-9a-f]|5c|7f)/iu

/**
 * Tells whether every `%` of a text belongs to an encoded character, and nothing in it is read in more than one way.
 */
function isPlain(written: string): boolean {
  try {
    decodeURIComponent(written)
    return written.isWellFormed() && !ODD.test(written)
  } catch {
    return false
  }
}

const isWebAddress = (written: string): boolean => WEB.test(written) && URL.canParse(written) && isPlain(written)

/**
 * Matches the paths under which a site can be published. Astro builds no page under a path with encoded characters, and
 * two slashes would begin the name of another host.
 */
const SITE_PATH = /^(?:\/[\w.~-]+)*\/?$/

/** Tells whether a text is an address at which a site can be published. */
function isSiteAddress(written: string): boolean {
  if (!isWebAddress(written)) return false
  const { pathname, search, hash } = new URL(written)
  return SITE_PATH.test(pathname) && search === '' && hash === ''
}

/** Tells whether a text is the path of something on the site, from its root or not. */
const isSitePath = (written: string): boolean =>
  written !== '' &&
  !SCHEME.test(written) &&
  !BARE_HOST.test(written) &&
  isPlain(written) &&
  !fromRoot(written).includes('//')

/** Gives a path from the root of the site. Without a slash at its beginning it would depend on the page it is on. */
function fromRoot(path: string): string {
  if (path.startsWith('/')) return path
  const { pathname, search, hash } = new URL(path, 'https://example.org')
  return pathname + search + hash
}

/** Gives the whole address that was probably meant, or undefined. */
function meantAddress(written: string): string | undefined {
  const [, host, path] = SSH.exec(written) ?? []
  const bare = host === undefined ? BARE_HOST.exec(written)?.[1] : `${host}/${path}`
  const meant = `https://${bare}`
  return bare !== undefined && isWebAddress(meant) ? meant : undefined
}

/** Makes the end of a message: what was written instead, and what was probably meant. */
const written = (input: unknown): string =>
  `and it is "${String(input)}".${didYouMean(typeof input === 'string' ? meantAddress(input.trim()) : undefined)}`

/** Makes the schema of an address that may be left out, with an example for the message. */
const webAddress = (example: string) =>
  text.refine((value) => value === undefined || isWebAddress(value), {
    error: ({ input }) => `must be a whole address such as ${example}, ${written(input)}`,
    abort: true,
  })

/** This schema accepts the address at which a site is published. */
export const siteAddress = webAddress('https://example.org/garden').refine(
  (value) => value === undefined || isSiteAddress(value),
  {
    error: ({ input }) =>
      `must end with its path, in which letters from a to z, digits, ".", "_", "~" and "-" can stand, ${written(input)}`,
  },
)

/** This schema accepts the address of a repository on the web. */
export const repositoryAddress = webAddress('https://example.org/ann/garden')

/** This schema accepts what a link of the navigation leads to, and gives paths from the root of the site. */
export const navigationTarget = requiredText('Say where it leads, such as /notes/.')
  .transform((value) => value.trim())
  .refine((value) => isWebAddress(value) || (/^mailto:./i.test(value) && isPlain(value)) || isSitePath(value), {
    error: ({ input }) =>
      `must be a path of the site such as /notes/, or begin with https:// or mailto:, ${written(input)}`,
  })
  .transform((value) => (SCHEME.test(value) ? value : fromRoot(value)))

/** This schema accepts an e-mail address. Blanks and marks of addresses could change the request that it is put into. */
export const mailAddress = text.refine(
  (value) => value === undefined || /^[^\s@<>(),;:"]+@[\w-]+(?:\.[\w-]+)+$/.test(value),
  {
    error: ({ input }) => `must be an e-mail address such as ann@example.org, and it is "${String(input)}".`,
  },
)

/** This schema accepts an ORCID, with its address or without it, and gives the address. */
export const orcidAddress = text
  .refine((value) => value === undefined || orcidIn(value) !== undefined, {
    error: ({ input }) => `must be an ORCID such as 0000-0002-1825-0097, and it is "${String(input)}".`,
    abort: true,
  })
  .transform((value) => (value === undefined ? undefined : orcidIn(value)))

/** Matches a host as a policy of pages may name it: labels with dots between them, and a port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?::\d{1,5})?$/

/** This schema accepts the host of another site. What is written around it in an address is left out. */
export const frameHost = requiredText('Write the host of a site, such as player.vimeo.com.').transform(
  (written, context) => {
    const host = written
      .trim()
      .toLowerCase()
      .replace(/^https:\/\//, '')
      .replace(/\/.*$/s, '')
    if (HOST.test(host)) return host
    const message = `must be the host of a site, such as player.vimeo.com, and it is "${written}".`
    context.issues.push({ code: 'custom', message, input: written })
    return z.NEVER
  },
)
