/** This file tells people and organisations apart by their names. */
import type { CslName } from '../model/csl.ts'
import { orcidIn } from '../orcid.ts'

/**
 * Tells whether a name is that of an organisation: it is of one part and of several words, as in `World Health
 * Organization`. Of a single word nobody can tell.
 */
export const isOrganisation = ({ family, given, literal }: CslName): boolean =>
  given === undefined && /\S\s+\S/.test(literal ?? family ?? '')

/** Tells whether a name is that of a person: it has a given name. */
export const isPerson = ({ family, given }: CslName): boolean => given !== undefined && family !== undefined

/** Gives the ORCID of a person as an address, where the bibliography has it. Citation.js marks the field with a line. */
export function orcidOf(name: CslName): string | undefined {
  const { ORCID: written = name['_orcid'] } = name
  return typeof written === 'string' ? orcidIn(written) : undefined
}
