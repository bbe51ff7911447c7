/** This file reads ORCID iDs, which tell people apart who write (https://info.orcid.org). */

/**
 * Gives an ORCID as its address. It is undefined where the text is none, or where its last digit, which checks the
 * others (ISO 7064 MOD 11-2), says that one of them is wrong.
 *
 * @example
 * orcidIn('0000-0002-1825-0097') // 'https://orcid.org/0000-0002-1825-0097'
 * orcidIn('0000-0002-1825-0096') // undefined
 */
export function orcidIn(written: string): string | undefined {
  const id = /^(?:https?:\/\/(?:www\.)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i.exec(written.trim())?.[1]
  const digits = id?.toUpperCase().replaceAll('-', '') ?? ''
  return digits !== '' && checkDigit(digits.slice(0, -1)) === digits.at(-1)
    ? `https://orcid.org/${id!.toUpperCase()}`
    : undefined
}

/** Gives the digit that checks the others. It is X where it would be ten. */
function checkDigit(digits: string): string {
  const total = Array.from(digits, Number).reduce((sum, digit) => (sum + digit) * 2, 0)
  const rest = (12 - (total % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}
