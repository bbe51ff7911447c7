/** This file generates a bibliography that is as unlike from work to work as those of reference managers. */
import { createProse, type Prose } from '../corpus/prose.ts'
import { generateVocabulary, type Vocabulary } from '../corpus/vocabulary.ts'

/** Generates a number of works as BibTeX. The same number and seed give the same works on every machine. */
export function generateBibliography(seed: number, count: number): string {
  const vocabulary = generateVocabulary(seed)
  const prose = createProse(seed, 'bibliography', vocabulary)
  return Array.from({ length: count }, (_, at) => generateEntry(at, vocabulary, prose)).join('\n')
}

/** These are the types of entries, each as often as it comes in a hundred works of public bibliographies, or nearly. */
const TYPES = [
  ...Array<string>(55).fill('article'),
  ...Array<string>(18).fill('inproceedings'),
  ...Array<string>(10).fill('book'),
  ...Array<string>(7).fill('incollection'),
  ...Array<string>(6).fill('misc'),
  'phdthesis',
  'phdthesis',
  'techreport',
  'techreport',
]

function generateEntry(at: number, vocabulary: Vocabulary, prose: Prose): string {
  const type = prose.pick(TYPES)
  const word = (): string => capitalise(vocabulary.sampleContent(prose))
  const names = (most: number): string =>
    Array.from({ length: prose.between(1, most) }, () => `${word()}, ${word()} ${word().charAt(0)}.`).join(' and ')
  const fields = {
    author: names(prose.chance(0.05) ? 25 : 5),
    title: `${prose.heading(prose.between(3, 9))}${prose.chance(0.3) ? `: {${word()}} ${prose.phrase(4)}` : ''}`,
    year: String(prose.between(1950, 2026)),
    ...(prose.chance(0.4) && {
      abstract: prose
        .sentences(6)
        .join(' ')
        .replace(/[`*$%#&_^~\\{}]/g, ''),
    }),
    ...(prose.chance(0.6) && { doi: `10.5555/bench.${at}` }),
    ...fieldsOf(type, prose, () => names(3), word),
  }
  const lines = Object.entries(fields).map(([field, value]) => `  ${field} = {${value}}`)
  return `@${type}{work${at},\n${lines.join(',\n')}\n}\n`
}

/** Returns the fields that belong to a type. */
function fieldsOf(type: string, prose: Prose, names: () => string, word: () => string): Record<string, string> {
  const pages = `${prose.between(1, 400)}--${prose.between(401, 800)}`
  const publisher = { publisher: `${word()} Press`, address: word() }
  switch (type) {
    case 'article':
      return { journal: `Journal of ${prose.heading(2)}`, volume: String(prose.between(1, 60)), number: '2', pages }
    case 'inproceedings':
      return { booktitle: `Proceedings of ${prose.heading(3)}`, pages, ...publisher }
    case 'incollection':
      return { booktitle: prose.heading(4), editor: names(), pages, ...publisher }
    case 'phdthesis':
      return { school: `University of ${word()}` }
    case 'techreport':
      return { institution: `${word()} Institute`, number: String(prose.between(1, 999)) }
    case 'book':
      return { ...publisher, edition: '2' }
    default:
      return { url: `https://example.org/${prose.between(1, 99999)}`, howpublished: 'Online' }
  }
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
