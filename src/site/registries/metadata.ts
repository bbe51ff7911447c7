/** Asks the registries of DOIs how a work is cited. It is only called where a user asks for it. */
import { readBibliography } from '../../corpus/bibliography/bibliography.ts'
import type { Source } from '../../corpus/model/source.ts'
import { base } from './registries.ts'
import { requestJson } from './request.ts'

/** The form in which both registries give a work to citation programs: CSL-JSON. */
const FORM = 'application/vnd.citationstyles.csl+json'

/**
 * Returns the addresses at which a work may be described: at Crossref, which has journals, and at DataCite, which has
 * arXiv (https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/,
 * https://support.datacite.org/docs/datacite-content-resolver).
 */
const addresses = (doi: string): string[] => [
  `${base('CROSSREF_URL', 'https://api.crossref.org')}/works/${encodeURIComponent(doi)}/transform/${FORM}`,
  `${base('DATACITE_URL', 'https://api.datacite.org')}/dois/${FORM}/${encodeURIComponent(doi)}`,
]

/**
 * Asks for a work by its DOI.
 *
 * @param mailto The address by which the people of the registry can reach whoever asks.
 * @returns The work, `missing` where no registry has it, or the reason why none could be asked.
 */
export async function askForWork(doi: string, mailto?: string): Promise<Source | 'missing' | { error: string }> {
  let error: string | undefined
  for (const address of addresses(doi)) {
    const response = await requestJson(address, mailto)
    if (response === 'missing') continue
    if ('error' in response) error ??= response.error
    else return readWork(response.answer) ?? { error: 'The answer is in an unknown form' }
  }
  return error === undefined ? 'missing' : { error }
}

/** Reads a work as bibliographies are read. Whatever key the registry gives it is replaced later. */
function readWork(answer: unknown): Source | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const text = JSON.stringify([{ ...answer, id: 'work', 'citation-key': 'work' }])
  return readBibliography({ path: 'references.json', text }).get('work')
}
