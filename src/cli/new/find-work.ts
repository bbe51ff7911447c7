/** Finds the work that a new note is drawn from: in the bibliography, or at the registries where a user asks for it. */
import { newKey } from '../../corpus/bibliography/new-key.ts'
import { toBibtex } from '../../corpus/bibliography/to-bibtex.ts'
import { doiKey, isDoi } from '../../corpus/doi.ts'
import type { Source } from '../../corpus/model/source.ts'
import { didYouMean, nearest } from '../../corpus/suggest.ts'
import { arxivDoi, doiOf } from '../../corpus/updates/registered-doi.ts'
import type { Content } from '../../site/content.ts'
import { askForWork } from '../../site/registries/metadata.ts'
import { UsageError } from '../../site/usage-error.ts'

/** How a user may name a work. */
export interface NamedWork {
  readonly bib?: string | undefined
  readonly doi?: string | undefined
  readonly arxiv?: string | undefined
}

/** A work with its key. `entry` is its BibTeX where the bibliography does not have it yet. */
export interface FoundWork {
  readonly key: string
  readonly source: Source
  readonly entry?: string
}

const ADD_WORK = ' Add the work to it first, or name it by --doi with --online.'

/**
 * Finds a work. It is undefined where none is named.
 *
 * @param isOnline Whether registries may be asked about a work that the bibliography does not have.
 * @throws {UsageError} Where the work is not found.
 */
export async function findWork(content: Content, named: NamedWork, isOnline: boolean): Promise<FoundWork | undefined> {
  const { bibliography, settings } = content
  if (named.bib !== undefined) {
    const source = bibliography.get(named.bib)
    if (source?.key !== undefined) return { key: source.key, source }
    const suggestion = didYouMean(nearest(named.bib.replace(/^@/, ''), bibliography.keys)) || ADD_WORK
    throw new UsageError(`The bibliography has no key "${named.bib}".${suggestion}`)
  }
  const doi = doiIn(named)
  if (doi === undefined) return undefined
  const listed = bibliography.keys.flatMap((key) => bibliography.get(key) ?? []).find((each) => isWork(each, doi))
  if (listed?.key !== undefined) return { key: listed.key, source: listed }
  if (!isOnline)
    throw new UsageError(
      `The bibliography has no work with the DOI ${doi}. Add --online to ask Crossref and DataCite, or add the work to it.`,
    )
  const source = await askForWork(doi, settings.mailto)
  if (source === 'missing') throw new UsageError(`Neither Crossref nor DataCite has the DOI ${doi}.`)
  if ('error' in source) throw new UsageError(`The DOI ${doi} could not be asked about: ${source.error}.`)
  const key = newKey(source.csl, bibliography.keys)
  return { key, source, entry: toBibtex({ ...source, key }) }
}

/** Returns the DOI of the work that is named. arXiv has one for each of its works. */
function doiIn({ doi, arxiv }: NamedWork): string | undefined {
  if (doi !== undefined) {
    if (!isDoi(doi)) throw new UsageError(`"${doi}" is no DOI. One begins with "10.".`)
    return doiKey(doi)
  }
  if (arxiv === undefined) return undefined
  const number = /(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/i.exec(arxiv.trim())?.[1]
  if (number === undefined) throw new UsageError(`"${arxiv}" is no number of arXiv. One looks like 2504.07912.`)
  return arxivDoi(number)
}

const isWork = (source: Source, doi: string): boolean =>
  doiOf(source) === doi || (source.arxiv !== undefined && arxivDoi(source.arxiv) === doi)
