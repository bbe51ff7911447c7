/** Names of authors as people write them into notes, and lists in the order of authors. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inOrderOfAuthors } from '../../../src/corpus/bibliography/order.ts'
import { personName } from '../../../src/corpus/bibliography/person-name.ts'
import { toSource } from '../../../src/corpus/bibliography/source.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { corpusOf } from '../../support/corpus.ts'
import type { CslName } from '../../../src/corpus/model/csl.ts'

const particle = (given: string, between: string, family: string): CslName => ({
  given,
  'non-dropping-particle': between,
  family,
})

describe('a name is read:', () => {
  const names: Readonly<Record<string, CslName>> = {
    'Ann Lee': { given: 'Ann', family: 'Lee' },
    'Lee, Ann': { given: 'Ann', family: 'Lee' },
    Plato: { literal: 'Plato' },
    'J. R. R. Tolkien': { given: 'J. R. R.', family: 'Tolkien' },
    'Smith JA': { family: 'Smith', given: 'JA' },
    'Charles de Gaulle': particle('Charles', 'de', 'Gaulle'),
    'Ursula von der Leyen': particle('Ursula', 'von der', 'Leyen'),
    'van Beethoven, Ludwig': particle('Ludwig', 'van', 'Beethoven'),
    'Vincent Van Gogh': { given: 'Vincent', family: 'Van Gogh' },
    'Jean d’Alembert': { given: 'Jean', family: 'd’Alembert' },
    'Martin Luther King Jr.': { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    'King, Jr., Martin Luther': { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    'King, Martin Luther, Jr.': { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
    'Sammy Davis, Jr.': { given: 'Sammy', family: 'Davis', suffix: 'Jr.' },
    'Henry Louis Gates III': { given: 'Henry Louis', family: 'Gates', suffix: 'III' },
    '山田 太郎': { family: '山田', given: '太郎' },
    'Ronald McDonald': { given: 'Ronald', family: 'McDonald' },
    'LeBron James': { given: 'LeBron', family: 'James' },
    'Alonzo Church': { given: 'Alonzo', family: 'Church' },
    'et al.': { family: 'others' },
  }
  for (const [name, expected] of Object.entries(names)) test(name, () => assert.deepEqual(personName(name), expected))

  for (const name of [
    'Google DeepMind',
    'World Health Organization',
    'Bank of England',
    'Procter & Gamble',
    'The Beatles',
    'Max-Planck-Institut für Physik',
    'DeepSeek AI',
    'Collaboration, ATLAS',
    'Université de Montréal',
  ])
    test(`${name} is whole`, () => assert.deepEqual(personName(name), { literal: name }))
})

test('what cannot be told is said in a note by the parts of the name', () => {
  const { problems, note } = corpusOf({
    'notes/a.md':
      '---\nsource: { title: T, authors: [{ name: Hugging Face }, { literal: Meta Labs }, { family: Van, given: Bo Le }, Ann Lee], year: 2020 }\n---\n',
    'notes/b.md': '---\nsource: { title: T, authors: [{ given: Ann }], year: 2020 }\n---\n',
  })
  assert.equal(
    note('notes/a.md').references[0]!.html,
    'Hugging Face, Meta Labs, Van, B. L., &#x26; Lee, A. (2020). <i>T</i>.',
  )
  assert.match(
    problems.join('\n'),
    /notes\/b\.md:2:\d+ .* must be a name, \{ literal: … \} or \{ family: …, given: … \}/,
  )
})

describe('lists of authors sort as the style prints them:', () => {
  const work = (key: string, ...author: CslName[]) =>
    toSource(key, { title: 'T', author, issued: { 'date-parts': [[2000]] } })
  const sorted = (works: ReturnType<typeof work>[], language = 'en', style = APA): (string | undefined)[] =>
    works.toSorted(inOrderOfAuthors(language, style)).map(({ key }) => key)
  const works = [
    work('van Gogh', { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }),
    work('Beethoven', { family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }),
    work('Lee Kim', { family: 'Lee Kim', given: 'Ann' }),
    work('Lee & Wu', { family: 'Lee', given: 'Zoe' }, { family: 'Wu', given: 'Bo' }),
    work('Lee', { family: 'Lee', given: 'Zoe' }),
    work('Zhao', { family: 'Zhao', given: 'Rosie' }),
    work('Ørsted', { family: 'Ørsted', given: 'Hans' }),
    work('Ozu', { family: 'Ozu', given: 'Y.' }),
    work('Łukasiewicz', { family: 'Łukasiewicz', given: 'Jan' }),
    work('Lucas', { family: 'Lucas', given: 'R.' }),
  ]

  test('with particles that stay in front, and dropping ones behind', () => {
    assert.deepEqual(sorted(works), [
      ...['Beethoven', 'Lee', 'Lee & Wu', 'Lee Kim', 'Lucas', 'Łukasiewicz', 'Ørsted', 'Ozu', 'van Gogh', 'Zhao'],
    ])
  })

  test('without particles where the style demotes them', () => {
    const harvard = { name: 'harvard1', isNumeric: false }
    assert.deepEqual(sorted(works, 'en', harvard).slice(0, 2), ['Beethoven', 'van Gogh'])
    const own = (attribute: string) => ({ name: 'own.csl', isNumeric: false, xml: `<style ${attribute}>` })
    assert.equal(sorted(works, 'en', own('demote-non-dropping-particle="never"'))[8], 'van Gogh')
    assert.equal(sorted(works, 'en', own(''))[1], 'van Gogh')
  })

  test('in the alphabet of the language', () => {
    assert.deepEqual(sorted(works, 'da').slice(-1), ['Ørsted'])
  })
})
