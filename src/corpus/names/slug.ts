/** This file turns words and ids into the segments of addresses. */
import { slug as githubSlug } from 'github-slugger'
import type { EntryId } from '../vocabulary.ts'
import { fnv1a } from './fnv1a.ts'

/**
 * Turns words into one segment of an address: compatibility characters are folded (NFKC), letters become small, and
 * spaces become hyphens. The result is empty where no character can stand in an address.
 *
 * @example
 * slug('What *is* it?') // 'what-is-it'
 * slug('?!') // ''
 */
export function slug(words: string): string {
  return githubSlug(words.normalize('NFKC').trim()).replace(/^-+|(?<!-)-+$/g, '')
}

/**
 * Gives every key a slug of its own. Where several keys ask for the same slug, the first in the order given keeps it
 * and the others get `-2`, `-3` …, so the result is the same on every run.
 *
 * @param wishes Each key with the slug that it asks for.
 * @returns The slugs. In `clashes`, each key that did not get the slug it asked for leads to the key that did.
 *
 * @example
 * [...distinctSlugs([['x', 'a'], ['y', 'a']]).slugs] // [['x', 'a'], ['y', 'a-2']]
 */
export function distinctSlugs<K>(wishes: Iterable<readonly [K, string]>): {
  slugs: Map<K, string>
  clashes: Map<K, K>
} {
  const slugs = new Map<K, string>()
  const clashes = new Map<K, K>()
  const owners = new Map<string, K>()
  // This remembers the next number for each slug. Where thousands ask for the same one, each would otherwise try all
  // the numbers of the others.
  const next = new Map<string, number>()
  for (const [key, wish] of wishes) {
    let free = wish
    let count = next.get(wish) ?? 2
    for (; owners.has(free); count++) free = `${wish}-${count}`
    next.set(wish, count)
    const owner = owners.get(wish)
    if (owner !== undefined) clashes.set(key, owner)
    owners.set(free, key)
    slugs.set(key, free)
  }
  return { slugs, clashes }
}

/**
 * Gives the slug that an entry asks for: each segment of its id becomes a slug. Dots and underscores part words there,
 * as hyphens do.
 *
 * @example
 * wishedSlug('to read/GPT-4.1_report') // 'to-read/gpt-4-1-report'
 * wishedSlug('???') // 'untitled'
 */
export function wishedSlug(id: EntryId): string {
  const slugs = segmentsOf(id)
  const whole = slugs.join('/')
  return isLong(whole, MAX_ADDRESS) ? cutSlug(slugs.at(-1)!, whole) : slugs.map((each) => cutSlug(each)).join('/')
}

/** Tells whether the slug, or the address that ends with it, is cut because it would be too long. */
export const isCutSlug = (id: EntryId, wished: string): boolean =>
  HASH.test(wished) && !wished.endsWith(segmentsOf(id).join('/'))

const segmentsOf = (id: EntryId): string[] =>
  id.split('/').map((segment) => slug(segment.replace(/[._]+/g, '-')).replace(/-{2,}/g, '-') || 'untitled')

/** A file system takes at most 255 bytes for a name, of which the rest is for an extension and for `-2`. */
const MAX_SLUG = 200
/** Linux takes at most 4,096 bytes for a path, and macOS 1,024, of which the folder of the site needs its part. */
const MAX_ADDRESS = 600

/**
 * Cuts a slug that would be too long for the name of a file or folder, and adds a hash of all that was to be said. So
 * two long names that differ only at their ends have different slugs, and each has the same slug in every build.
 *
 * @param whole The text that the hash is made of.
 */
export function cutSlug(long: string, whole = long): string {
  if (long === whole && !isLong(long, MAX_SLUG)) return long
  let [short, bytes] = ['', 0]
  for (const sign of long) {
    bytes += bytesOf(sign)
    if (bytes > MAX_SLUG - HASH_LENGTH) break
    short += sign
  }
  return `${short.replace(/-+$/, '')}-${hashOf(whole)}`
}

/** This is the length of a hyphen and a hash. */
const HASH_LENGTH = 17
const HASH = /-[\da-f]{16}(?:\/|$)/
/** Counts the bytes of a text in UTF-8. */
const bytesOf = (text: string): number => ENCODER.encode(text).length
const isLong = (text: string, most: number): boolean => text.length * 3 > most && bytesOf(text) > most
const ENCODER = new TextEncoder()

/** Gives a hash of a text as sixteen hexadecimal digits: the 32-bit FNV-1a hashes of it and of its reverse. */
function hashOf(text: string): string {
  const signs = Array.from(text)
  return [signs.join(''), signs.reverse().join('')].map((each) => fnv1a(each).toString(16).padStart(8, '0')).join('')
}
