/** This file writes an entry as a work that others can cite, and the site as one that GitHub and Zenodo can. */
import { stringify } from 'yaml'
import { absolute, withBase } from '../address.ts'
import { REFERENCE_FORMATS, type ReferenceFormat } from '../bibliography/formats.ts'
import { toSource } from '../bibliography/source.ts'
import { licenceOf } from './licence.ts'
import type { Corpus } from '../model/corpus.ts'
import type { Entry } from '../model/entry.ts'
import type { Work } from '../model/source.ts'
import type { Settings } from '../site-config.ts'

/** These are the formats in which a page can be cited. The file `.json` of a page is something else already. */
export const CITE_FORMATS: readonly ReferenceFormat[] = REFERENCE_FORMATS.map((format) =>
  format.extension === 'json' ? { ...format, extension: 'csl.json' } : format,
)

/**
 * Gives the address of a file that cites a page.
 *
 * @example
 * citeAddress('/notes/a/', 'bib') // '/notes/a.bib'
 */
export const citeAddress = (address: string, extension: string): string => `${address.replace(/\/$/, '')}.${extension}`

/** Gives the day of the version of an entry: that of its commit, or else the one that it states. */
export const versionDay = ({ revision, updated, created }: Entry): string | undefined =>
  revision?.date.slice(0, 10) ?? updated ?? created

/** Describes an entry as a work: a page of the site at the version that it is at. */
export function entryAsWork(entry: Entry, settings: Settings): Work['source'] {
  const { address, href, title, revision, lang } = entry
  const key = address.replace(/^\/\w+\/|\/$/g, '').replaceAll('/', '-')
  const day = versionDay(entry)
  const source = toSource(key, {
    type: 'webpage',
    title,
    ...(settings.author !== undefined && { author: [{ literal: settings.author }] }),
    'container-title': settings.title,
    ...(day !== undefined && { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    ...(settings.url !== undefined && { URL: absolute(settings, href) }),
    ...(revision !== undefined && { version: revision.commit.slice(0, 7) }),
    language: lang ?? settings.language,
  })
  return { ...source, key }
}

/**
 * Writes how to cite the site, in the Citation File Format (https://citation-file-format.github.io). The version is that
 * of the newest commit that changed an entry.
 */
export function citationFile({ settings, history, entries }: Corpus): string {
  const licence = licenceOf(settings.licence)
  const revisions = [...history.revisions].flatMap(([path, revision]) => (entries.has(path) ? [revision] : []))
  const [newest] = revisions.sort((a, b) => Date.parse(b.date) - Date.parse(a.date))
  const url = settings.url === undefined ? undefined : absolute(settings, withBase(settings, '/'))
  const fields = {
    'cff-version': '1.2.0',
    message: 'If you use this site, please cite it as below. Each of its pages says how to cite it.',
    type: 'dataset',
    title: settings.title,
    abstract: settings.description,
    authors: [{ name: settings.author ?? settings.title, ...(settings.orcid && { orcid: settings.orcid }) }],
    url,
    repository: settings.repository,
    license: licence?.spdx,
    'license-url': licence?.spdx === undefined ? licence?.url : undefined,
    version: newest?.commit.slice(0, 7),
    'date-released': newest?.date.slice(0, 10),
  }
  return stringify(fields, { lineWidth: 0 })
}
