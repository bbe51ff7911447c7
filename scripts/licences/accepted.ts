/**
 * The licences under which a package may be used in builds, as SPDX names them. Those of the first group ask for no
 * more than their notice. Those of the second bind whoever changes or passes on the package itself, which builds do
 * not: npm fetches it unchanged, and nothing of it is in a site. What is in a site is in `shipped.ts`.
 */
export const ACCEPTED: readonly string[] = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'OFL-1.1'],
  ...['PSF-2.0', 'Python-2.0'],
  ...['CPAL-1.0', 'LGPL-3.0-or-later', 'MPL-2.0'],
]

/**
 * Tells whether a licence is accepted. Of an expression with `OR`, one alternative is enough; with `AND`, all parts are
 * needed.
 */
export function isAccepted(licence: string | undefined): boolean {
  if (licence === undefined) return false
  const alternatives = licence.replace(/^\((.*)\)$/, '$1').split(' OR ')
  return alternatives.some((alternative) => alternative.split(' AND ').every((part) => ACCEPTED.includes(part)))
}
