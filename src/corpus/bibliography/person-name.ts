/** This file reads names of authors as people write them into notes. */
import type { InlineAuthor } from '../schema/inline-source.ts'
import type { CslName } from '../model/csl.ts'

/**
 * Reads a name that is written as `Family, Given`, as `Given Family`, or in its parts. What is an institution is one
 * whole name, and so is a single word.
 *
 * @example
 * personName('Charles de Gaulle') // { given: 'Charles', 'non-dropping-particle': 'de', family: 'Gaulle' }
 * personName('Martin Luther King Jr.') // { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }
 * personName('Google DeepMind') // { literal: 'Google DeepMind' }
 */
export function personName(written: InlineAuthor): CslName {
  if (typeof written !== 'string') return written
  const name = written.trim().replace(/\s+/g, ' ')
  if (/^(?:et al\.?|(?:and )?others)$/i.test(name)) return { family: 'others' }
  const parts = name.split(/\s*,\s*/).filter((part) => part !== '')
  if (isInstitution(name) || parts.length > 3) return { literal: name }
  return parts.length > 1 ? fromParts(parts) : fromWords(name)
}

/** Reads `Family, Given`, `Family, Jr., Given` and `Family, Given, Jr.` */
function fromParts([family = '', second = '', third]: string[]): CslName {
  const [given, suffix] = third !== undefined && SUFFIX.test(second) ? [third, second] : [second, third]
  if (third === undefined && SUFFIX.test(second)) return { ...fromWords(family), suffix: second }
  return { given, ...familyOf(family.split(' ')), ...(suffix !== undefined && { suffix }) }
}

const SUFFIX = /^(?:jr|sr)\.?$|^(?:II|III|IV)$|^Ph\.?\s?D\.?$|^M\.?D\.?$/i

/** Reads `Given Family`. In the scripts of East Asia the family comes first, and so it does before bare initials. */
function fromWords(name: string): CslName {
  const words = name.split(' ')
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1)!) ? words.pop() : undefined
  if (words.length === 1) return { literal: name }
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s]+$/u.test(name))
    return { family: words[0]!, given: words.slice(1).join(' ') }
  if (words.length === 2 && /^\p{Lu}{1,2}$/u.test(words[1]!)) return { family: words[0]!, given: words[1]! }
  const start = startOfFamily(words)
  const given = words.slice(0, start).join(' ')
  const family = familyOf(words.slice(start))
  return { ...(given !== '' && { given }), ...family, ...(suffix !== undefined && { suffix }) }
}

/** These particles belong to the family though they have a capital: `Vincent Van Gogh`, `Robert De Niro`. */
const CAPITAL_PARTICLE = /^(?:Van|Von|De|Da|Di|Del|Della|Der|Den|Des|Du|Dos|La|Las|Le|Los|Ten|Ter|St\.?)$/

/** Finds the word with which the family begins: the first particle, or else the last word. */
function startOfFamily(words: readonly string[]): number {
  const small = words.findIndex((word, index) => index < words.length - 1 && isParticle(word))
  if (small !== -1) return small
  const capital = words.findIndex((word, index) => index > 0 && index < words.length - 1 && CAPITAL_PARTICLE.test(word))
  return capital === -1 ? words.length - 1 : capital
}

const isParticle = (word: string): boolean => /^\p{Ll}[\p{Ll}’']*$/u.test(word)

/** Takes the particles off a family, as BibTeX does. */
function familyOf(words: readonly string[]): CslName {
  const last = words.findIndex((word) => !isParticle(word))
  const count = last === -1 ? words.length - 1 : last
  const [particle, family] = [words.slice(0, count).join(' '), words.slice(count).join(' ')]
  return particle === '' ? { family } : { 'non-dropping-particle': particle, family }
}

/** Words of which names of institutions are made, and hardly any family name. */
const INSTITUTIONAL = new RegExp(
  String.raw`(?<![\p{L}-])(?:Universit\p{L}+|Institut\p{L}*|College|Academ\p{L}+|Akademie|Laborator\p{L}+|Labs?|Cent(?:er|re|ro|rum)|` +
    'Zentrum|Department|Faculty|Ministr?y|Ministerium|Office|Bureau|Agency|Agence|Administration|Authority|Commission|' +
    'Committee|Council|Parliament|Congress|Senate|Government|Foundation|Fondation|Stiftung|Society|Société|' +
    'Gesellschaft|Association|Federation|Organi[sz]ation|Network|Consortium|Collaboration|Collaborators|Group|Gruppe|' +
    'Team|Project|Initiative|Program(?:me)?|Partnership|Alliance|Coalition|Company|Corporation|Corp|Inc|Ltd|LLC|' +
    'GmbH|PLC|Publishing|Publishers|Museum|Library|Archives?|Hospital|Clinic|Observatory|Force|Nations|Research|' +
    'Technolog\\p{L}+|Systems|Software|News|Contributors|Developers|Editors|Staff|Community|International|National|' +
    String.raw`Intelligence|AI|Robotics|Sciences?|Studies|Statistics|Health|Education)(?![\p{L}-])`,
  'u',
)
/** Words that stand in no name of a person, and signs. */
const NO_PERSON = /^The\s|\s(?:of|for|and|the|on|in|für|und|pour|et|para)\s|[&\d/@]/
/** A capital within a word, as in `DeepMind`, but not as in `McDonald`, `DeVries` or `LeRoy`. */
const INNER_CAPITAL =
  /(?<!\p{L})(?!(?:Ma?c|De|Di|Du|Da|La|Le|Lu|Van|Von|Vander|Fitz|Jo|Mary|Anna?)\p{Lu})\p{L}*\p{Ll}\p{Lu}/u

const isInstitution = (name: string): boolean =>
  /\s/.test(name) && (INSTITUTIONAL.test(name) || NO_PERSON.test(name) || INNER_CAPITAL.test(name))
