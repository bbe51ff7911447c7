/** This file knows the addresses and the SPDX ids of the licences that Creative Commons writes. */

/** A `Licence` is a licence as machines know it. */
export interface Licence {
  /** This is the address of its text. */
  readonly url: string
  /** This is its id in the list of SPDX (https://spdx.org/licenses/). It is undefined where only the address is known. */
  readonly spdx?: string
}

const CC = /^(?:cc[ -]?)?(by(?:-(?:nc|sa|nd|nc-sa|nc-nd))?)[ -](\d\.\d)(?: international)?$/i
const CC0 = /^cc0(?:[ -]1\.0)?(?: universal)?$/i

/**
 * Gives the licence that a text names. It is undefined for a text that machines do not know.
 *
 * @example
 * licenceOf('CC BY 4.0') // { url: 'https://creativecommons.org/licenses/by/4.0/', spdx: 'CC-BY-4.0' }
 * licenceOf('https://example.org/terms') // { url: 'https://example.org/terms' }
 */
export function licenceOf(written: string | undefined): Licence | undefined {
  const text = written?.trim() ?? ''
  if (CC0.test(text)) return { url: 'https://creativecommons.org/publicdomain/zero/1.0/', spdx: 'CC0-1.0' }
  const [, kind, version] = CC.exec(text) ?? []
  if (kind !== undefined && version !== undefined)
    return {
      url: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
      spdx: `CC-${kind.toUpperCase()}-${version}`,
    }
  return /^https?:\/\/[^\s"<>]+$/i.test(text) ? { url: text } : undefined
}
