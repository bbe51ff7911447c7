/** This file says which inquiries have a page of what their answer rests on, and where it is. */
import type { Parsed, ParsedInquiry } from './model/parsed.ts'
import { isInquiry } from './model/parsed.ts'
import { SECTION_PATHS } from './names/identify.ts'
import { wishedSlug } from './names/slug.ts'

/**
 * Gives the address of the page of what an answer rests on, from that of its inquiry.
 *
 * @example
 * groundsAddress('/inquiries/a/') // '/inquiries/a/grounds/'
 */
export const groundsAddress = (inquiry: string): string => `${inquiry}grounds/`

/** Gives the address of the same as JSON: `/inquiries/a/grounds.json`. */
export const receiptAddress = (inquiry: string): string => `${inquiry}grounds.json`

/**
 * Tells whether an inquiry has such a page: its writer says how certain the answer is, or why. No other inquiry pays for
 * a page that nobody asked for.
 */
export const hasGrounds = ({
  certainty,
  reasons = [],
}: {
  readonly certainty?: unknown
  readonly reasons?: readonly unknown[]
}): boolean => certainty !== undefined || reasons.length > 0

/** Gives the addresses that such pages want, without a slash at the end, so that no entry takes one of them. */
export const groundsAddresses = (entries: readonly Parsed[]): string[] =>
  entries
    .filter((entry): entry is ParsedInquiry => isInquiry(entry) && hasGrounds(entry.data))
    .map(({ id }) => groundsAddress(`${SECTION_PATHS.inquiry}${wishedSlug(id)}/`).slice(0, -1))
