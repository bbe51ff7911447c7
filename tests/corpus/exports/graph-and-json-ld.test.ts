/** The relations in the graph and in the linked data are those of the frontmatter, whatever the corpus. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import jsonld from 'jsonld'
import type { Entry } from '../../../src/corpus/model/entry.ts'
import { graphOf } from '../../../src/corpus/exports/graph.ts'
import { jsonLd } from '../../../src/corpus/exports/json-ld.ts'
import { DEFAULT_SETTINGS } from '../../../src/corpus/settings.ts'
import { anyGarden, filesOf, type AnyEntry } from '../../support/random-corpora.ts'
import { corpusOf, type Built } from '../../support/corpus.ts'
import type { Role } from '../../../src/corpus/vocabulary.ts'
import { runs, seed } from '../../support/runs.ts'

const settings = { ...DEFAULT_SETTINGS, url: 'https://example.org' }
const CITO = 'http://purl.org/spar/cito/'

/**
 * `from role to`, of what notes say in their frontmatter; a note bears on an inquiry in one way, the first it states.
 */
function stated(garden: readonly AnyEntry[], { entries }: Built): string[] {
  const hrefOf = (path: string): string | undefined => entries.get(path)?.href
  const notes = garden.filter(({ path }) => !path.startsWith('inquiries/') && entries.has(path))
  const all = notes.flatMap(({ path, inquiries, notes }) => {
    const first = new Map(inquiries.toReversed().map((evidenceLink) => [evidenceLink.to, evidenceLink]))
    return [...first.values(), ...notes.filter(({ to }) => to !== path)].map(({ to, role }) => ({ path, to, role }))
  })
  const shown = all.filter(({ to }) => entries.has(to))
  return [...new Set(shown.map(({ path, to, role }) => `${hrefOf(path)} ${role} ${hrefOf(to)}`))].sort()
}

const ROLES_OF_CITO: Readonly<Record<string, Role>> = {
  supports: 'supports',
  disputes: 'disputes',
  qualifies: 'qualifies',
  extends: 'extends',
  isSupportedBy: 'supports',
  isDisputedBy: 'disputes',
  isQualifiedBy: 'qualifies',
  isExtendedBy: 'extends',
}

/** As triples of the linked data, read by a processor that knows nothing of us. */
async function triplesOf(entries: Iterable<Entry>): Promise<string[]> {
  const said: string[] = []
  for (const entry of entries) {
    const nquads = (await jsonld.toRDF(jsonLd(entry, settings), { format: 'application/n-quads' })) as unknown as string
    for (const [, subject = '', property = '', object = ''] of nquads.matchAll(
      /^<([^>]+)> <http:\/\/purl\.org\/spar\/cito\/(\w+)> <([^>]+)>/gm,
    ))
      if (property !== 'cites' && property !== 'isCitedBy')
        said.push(tripleOf(pathOf(subject), property, pathOf(object)))
  }
  return [...new Set(said)].sort()
}

const pathOf = (url: string): string => decodeURI(new URL(url).pathname)

function tripleOf(subject: string, property: string, object: string): string {
  const toInquiry = subject.startsWith('/inquiries/') || object.startsWith('/inquiries/')
  // Toward an inquiry, a note gives background; toward a note, it is what the note draws on.
  if (property === 'givesBackgroundTo')
    return toInquiry ? `${subject} background ${object}` : `${object} background ${subject}`
  if (property === 'obtainsBackgroundFrom')
    return toInquiry ? `${object} background ${subject}` : `${subject} background ${object}`
  const role = ROLES_OF_CITO[property] ?? property
  return property.startsWith('is') ? `${object} ${role} ${subject}` : `${subject} ${role} ${object}`
}

test('in the graph', () => {
  fc.assert(
    fc.property(anyGarden(), (garden) => {
      const built = corpusOf(filesOf(garden))
      const { nodes, edges } = graphOf(built.corpus)
      const declared = edges.filter(({ type }) => type !== 'cites' && type !== 'next' && type !== 'drawsOn')
      assert.deepEqual(declared.map(({ from, type, to }) => `${from} ${type} ${to}`).sort(), stated(garden, built))
      const ids = new Set(nodes.map(({ id }) => id))
      assert.equal(ids.size, built.entries.size)
      assert.ok(edges.every(({ from, to }) => ids.has(from) && ids.has(to)))
    }),
    { numRuns: runs(100), seed },
  )
})

test('in the linked data, at both ends', async () => {
  await fc.assert(
    fc.asyncProperty(anyGarden(), async (garden) => {
      const built = corpusOf(filesOf(garden))
      const all = [...built.entries.values()]
      const expected = stated(garden, built)
      const ofNotes = await triplesOf(all.filter(({ kind }) => kind === 'note'))
      assert.deepEqual(ofNotes, expected)
      const ofInquiries = await triplesOf(all.filter(({ kind }) => kind === 'inquiry'))
      assert.deepEqual(
        ofInquiries,
        expected.filter((each) => each.includes(' /inquiries/')),
      )
    }),
    { numRuns: runs(30), seed },
  )
})

test('every statement is about something with an address, in a vocabulary that is named', async () => {
  const { entries } = corpusOf({
    'inquiries/q.md': '---\ntitle: Why? </script>\nanswer: So.\nstatus: settled\ntopics: t\n---\n[[n]]',
    'notes/n.md':
      '---\ntitle: N\nclaim: C\nsource: {title: A work, authors: [Ann Other], year: 2020, doi: 10.1000/1}\n---\n',
    'pages/p.md': '---\ntitle: P\ndescription: D\n---\n',
  })
  for (const entry of entries.values()) {
    const [expanded] = await jsonld.expand(jsonLd(entry, settings))
    assert.equal(expanded?.['@id'], `https://example.org${entry.href}`)
    const properties = Object.keys(expanded).filter((key) => !key.startsWith('@'))
    assert.ok(properties.length > 3)
    assert.ok(properties.every((key) => key.startsWith('https://schema.org/') || key.startsWith(CITO)))
  }
})
