/** This file orders works. The orders are the same on every machine, whatever the language of its user is. */
import { collatorOf, compareText } from '../compare.ts'
import { namedIn } from './csl.ts'
import { APA } from './style.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { CslName } from '../model/csl.ts'
import type { Source } from '../model/source.ts'

/**
 * Gives the function that compares works by author as a list of references does, and then by year, title and key. The
 * alphabet is that of the language, and signs and case do not count.
 *
 * @param language The language of the site, as a BCP 47 tag.
 * @param style The style of the references. It says whether `van Gogh` stands under V or under G.
 */
export function inOrderOfAuthors(language: string, style: CitationStyle = APA): (a: Source, b: Source) => number {
  const compare = collatorOf(language)
  const nameOf = keepsParticles(style) ? withParticles : withoutParticles
  return (a, b) =>
    compare(nameOf(a), nameOf(b)) ||
    (a.year ?? Infinity) - (b.year ?? Infinity) ||
    compare(withoutSigns(a.title), withoutSigns(b.title)) ||
    compareText(a.key ?? '', b.key ?? '')
}

/** Tells whether a style sorts a family under its particle. Styles do not, unless they say so (CSL 1.0.2). */
const keepsParticles = ({ name, xml }: CitationStyle): boolean =>
  xml === undefined ? name === APA.name : /\bdemote-non-dropping-particle=["']never["']/.test(xml)

/** Makes a function that keeps what it gives for each work, because sorting asks for it many times. */
function kept(make: (source: Source) => string): (source: Source) => string {
  const known = new WeakMap<Source, string>()
  return (source) => {
    let name = known.get(source)
    if (name === undefined) known.set(source, (name = make(source)))
    return name
  }
}

const withParticles = kept((source) => authorsOf(source, true))
const withoutParticles = kept((source) => authorsOf(source, false))

/**
 * Gives the text under which a work is sorted by author, without accents and signs and in small letters. A work without
 * authors is sorted under its editors, and one without editors under its title.
 */
export const authorKey = (source: Source, style: CitationStyle = APA): string =>
  authorsOf(source, keepsParticles(style))
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .trim()

/** The parts of a name and the names of a list are apart by spaces, which come before every letter. */
function authorsOf({ csl, title }: Source, particlesFirst: boolean): string {
  const { author = [], editor = [] } = csl
  const { named } = namedIn(author.length > 0 ? author : editor)
  const names = named.map((name) => sortedName(name, particlesFirst)).filter(Boolean)
  return names.length > 0 ? names.join('    ') : withoutSigns(title.replace(/^(?:an?|the)\s+/i, ''))
}

/** Writes a name as lists sort it. A dropping particle comes after the given name. */
function sortedName({ family, given, literal, suffix, ...particles }: CslName, particlesFirst: boolean): string {
  const { 'non-dropping-particle': particle, 'dropping-particle': dropping } = particles
  if (family === undefined) return withoutSigns(literal ?? given ?? '')
  const whole = particlesFirst && particle !== undefined ? `${particle} ${family}` : family
  const after = [given, dropping, particlesFirst ? undefined : particle].filter(Boolean).join(' ')
  return [whole, after, suffix]
    .map((part) => withoutSigns(part ?? ''))
    .filter(Boolean)
    .join('  ')
}

/** Takes signs out of a text and makes its letters small. */
const withoutSigns = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\s]+/gu, '')
    .toLowerCase()
    .trim()
