/** A link without words of its own shows the name that its author wrote, and the title where that is an id. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { corpusOf, type Files } from '../../support/corpus.ts'

/** The words of the only link of a note. */
function words(written: string, files: Files): string | undefined {
  return /<a [^>]*>([^<]*)<\/a>/.exec(corpusOf({ 'notes/from.md': written, ...files }).html('notes/from.md'))?.[1]
}

const titled = (title: string, aliases = ''): string => `---\ntitle: ${title}\naliases: [${aliases}]\n---\n`

describe('the words of a bare link are', () => {
  const cases: readonly (readonly [written: string, path: string, text: string, shown: string])[] = [
    ['[[bayesian updating]]', 'Bayesian Updating.md', titled('How beliefs change'), 'bayesian updating'],
    ['[[Bayesian Updating]]', 'notes/Bayesian Updating.md', titled('How beliefs change'), 'Bayesian Updating'],
    ['[[BU]]', 'Bayesian Updating.md', titled('How beliefs change', 'BU'), 'BU'],
    ['[[self-play]]', 'Playing alone.md', titled('Playing alone', 'self-play'), 'self-play'],
    ['[[Entropy]]', 'Entropy.md', titled('What entropy is'), 'Entropy'],
    ['[[entropy]]', 'journal/entropy.md', titled('What entropy is'), 'entropy'],
    ['[[Wiki-Links]]', 'Wiki-Links.md', titled('How links work'), 'Wiki-Links'],
    ['[[wiki-links]]', 'Wiki-Links.md', '', 'wiki-links'],
    ['[[z/Same]]', 'b/z/Same.md', '', 'z/Same'],
    ['[[/Same]]', 'Same.md', titled('Other'), 'Same'],
    ['[[2024]]', '2024.md', titled('A year'), '2024'],
    ['[[2026-09-09]]', '2026-09-09.md', '# A day', '2026-09-09'],
    ['[[what entropy is]]', 'notes/entropy.md', titled('What entropy is'), 'what entropy is'],
    ["[[What's new]]", "What's new.md", '', 'What’s new'],
    // Ids and keys.
    ['[[shape-or-origin]]', 'notes/shape-or-origin.md', titled('Shape or origin?'), 'Shape or origin?'],
    ['[[notes/shape-or-origin]]', 'notes/shape-or-origin.md', titled('Shape or origin?'), 'Shape or origin?'],
    ['[[Shape-or-origin]]', 'journal/shape-or-origin.md', titled('Shape or origin?'), 'Shape or origin?'],
    ['[[entropy]]', 'notes/entropy.md', titled('Entropy'), 'Entropy'],
    ['[[old-name]]', 'notes/shape-or-origin.md', titled('Shape or origin?', 'old-name'), 'Shape or origin?'],
    ['[[202511231030]]', '202511231030.md', '# On keys', 'On keys'],
    ['[[proj.area]]', 'proj.area.md', titled('The area'), 'The area'],
    // A link by a path has no name that was meant as words.
    ['[](../Some%20note.md)', 'Some note.md', titled('Title'), 'Title'],
  ]
  for (const [written, path, text, shown] of cases)
    test(`${written}, ${path}`, () => assert.equal(words(written, { [path]: text }), shown))

  test('the section with the name or the title before it', () => {
    assert.equal(words('[[some note#Part]]', { 'Some note.md': `${titled('Title')}## Part` }), 'some note § Part')
    assert.equal(words('[[an-id#Part]]', { 'an-id.md': `${titled('Title')}## Part` }), 'Title § Part')
    assert.equal(words('[[#Part]]\n\n## Part', {}), 'Part')
  })

  test('the title over an embed', () =>
    assert.equal(words('![[some note]]', { 'Some note.md': titled('Title') }), 'Title'))
})
