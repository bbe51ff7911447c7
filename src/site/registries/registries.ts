/** Describes the services that tell what became of works: where each is, and how it is asked about several works. */
import { crossrefRecords } from '../../corpus/updates/crossref.ts'
import { dataciteRecords } from '../../corpus/updates/datacite.ts'
import { openalexRecords } from '../../corpus/updates/openalex.ts'
import type { WorkRecord } from '../../corpus/model/updates.ts'

/** A service that tells what became of works. */
export interface Registry {
  readonly name: string
  /** Returns the address at which the service answers about some works, one at least. */
  readonly address: (dois: readonly string[], mailto: string | undefined) => string
  /** Matches a DOI that has to be asked about by itself, because a list of several could not hold it. */
  readonly alone: RegExp
  /**
   * Reads an answer. It throws where the answer is not what the service documents.
   *
   * @param asked The DOI, where one work was asked about.
   */
  readonly read: (answer: unknown, asked?: string) => Map<string, WorkRecord>
}

/** Returns the address of a service. Its variable in the environment sets another one, such as a mirror. */
export const base = (variable: string, address: string): string => process.env[variable] ?? address

/** Returns an address with its parameters. Those that are undefined are left out. */
function withParameters(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return given.length === 0 ? address : `${address}?${given.join('&')}`
}

/**
 * Crossref, which registers the DOIs of most journals. Filters of the same name widen a list, and a comma ends a filter
 * (https://www.crossref.org/documentation/retrieve-metadata/rest-api/).
 */
export const CROSSREF: Registry = {
  name: 'Crossref',
  alone: /,/,
  address: (dois, mailto) => {
    const works = `${base('CROSSREF_URL', 'https://api.crossref.org')}/works`
    if (dois.length === 1) return withParameters(`${works}/${encodeURIComponent(dois[0]!)}`, { mailto })
    const filter = dois.map((doi) => `doi:${doi}`).join(',')
    return withParameters(works, { filter, select: 'DOI,updated-by,relation', rows: String(dois.length), mailto })
  },
  read: crossrefRecords,
}

/** DataCite, which registers the DOIs of arXiv and of most data (https://support.datacite.org/docs/api). */
export const DATACITE: Registry = {
  name: 'DataCite',
  alone: /,/,
  address: (dois) =>
    withParameters(`${base('DATACITE_URL', 'https://api.datacite.org')}/dois`, {
      ids: dois.join(','),
      'page[size]': String(dois.length),
      'disable-facets': 'true',
    }),
  read: dataciteRecords,
}

/**
 * OpenAlex, which tells of retractions that no registry tells of. Values of a filter are divided by `|`
 * (https://help.openalex.org). A key gives more answers a day.
 */
export const OPENALEX: Registry = {
  name: 'OpenAlex',
  alone: /[,|]/,
  address: (dois, mailto) =>
    withParameters(`${base('OPENALEX_URL', 'https://api.openalex.org')}/works`, {
      filter: `doi:${dois.join('|')}`,
      select: 'doi,is_retracted',
      'per-page': String(dois.length),
      mailto,
      api_key: process.env['OPENALEX_API_KEY'],
    }),
  read: openalexRecords,
}
