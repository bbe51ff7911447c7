/** Nanopublications: their codes, checked with one that others published, and what they say of notes. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { describe, test } from 'node:test'
import { artifactCode, CODE } from '../../../src/corpus/exports/nanopubs/artifact-code.ts'
import { nanopubsOf } from '../../../src/corpus/exports/nanopubs/nanopubs.ts'
import { iri, trigOf, type Quad } from '../../../src/corpus/exports/nanopubs/quads.ts'
import { corpusOf } from '../../support/corpus.ts'

const sha256 = (text: string): string => hash('sha256', text, 'base64url')

/**
 * The statements of `nanopub1.RAcbjcRIQozo2wBMq4WcCYkFAjRz0AX-Ux3PquZZrC68s.trig` of the examples of trustyuri-java, which
 * the people of trusty URIs published with its code (https://github.com/trustyuri/trustyuri-java, MIT).
 */
const BASE = `http://purl.org/hashuri/examples/nanopub1.${CODE}`
const NP = 'http://www.nanopub.org/nschema#'
const PUBLISHED: readonly (readonly [graph: string, subject: string, predicate: string, object: Quad['object']])[] = [
  [BASE, BASE, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', `${NP}Nanopublication`],
  [BASE, BASE, `${NP}hasAssertion`, `${BASE}.Ass`],
  [BASE, BASE, `${NP}hasProvenance`, `${BASE}.Prov`],
  [BASE, BASE, `${NP}hasPublicationInfo`, `${BASE}.Info`],
  [`${BASE}.Ass`, 'http://example.com/mosquito', 'http://example.com/transmits', 'http://example.com/malaria'],
  [
    `${BASE}.Prov`,
    BASE,
    'http://purl.org/swan/1.2/swan-commons/citesAsSupportiveEvidence',
    'http://iospress.metapress.com/content/ftkh21q50t521wm2/',
  ],
  [
    `${BASE}.Info`,
    BASE,
    'http://swan.mindinformatics.org/ontologies/1.2/pav/authoredBy',
    'http://www.researcherid.com/rid/B-6810-2013',
  ],
  [
    `${BASE}.Info`,
    BASE,
    'http://purl.org/dc/terms/created',
    { text: '2013-02-25T14:33:21+01:00', datatype: 'http://www.w3.org/2001/XMLSchema#dateTime' },
  ],
]
const published = PUBLISHED.map(([graph, subject, predicate, object]): Quad => ({ graph, subject, predicate, object }))

describe('the code of a nanopublication', () => {
  test('is that which others made of it', () =>
    assert.equal(artifactCode(published, sha256), 'RAcbjcRIQozo2wBMq4WcCYkFAjRz0AX-Ux3PquZZrC68s'))
  test('is the same in any order, and whatever is there twice', () =>
    assert.equal(artifactCode([...published.toReversed(), published[0]!], sha256), artifactCode(published, sha256)))
  test('is another one where a word is', () =>
    assert.notEqual(
      artifactCode(
        published.map((quad) => ({ ...quad, predicate: quad.predicate.replace('transmits', 'cures') })),
        sha256,
      ),
      artifactCode(published, sha256),
    ))
})

test('texts and addresses are written so that nothing in them ends them', () => {
  const quad = {
    graph: 'x:g',
    subject: iri('x:a b>'),
    predicate: 'x:p',
    object: { text: 'a "b" \\ c\nd', language: 'en' },
  }
  assert.equal(trigOf([quad]), '<x:g> {\n  <x:a%20b%3E> <x:p> "a \\"b\\" \\\\ c\\nd"@en .\n}\n')
})

const { corpus } = corpusOf({
  'inquiries/tides.md': '---\ntitle: What raises the tides?\n---\n',
  'notes/moon.md': `---
title: The moon pulls
claim: 'It *pulls*, and "that" is all.'
quote: Word for word (p. 2)
source: darwin1898
created: 2026-03-01
inquiries: [{ inquiry: tides, role: disputes }, { inquiry: secret, role: supports }]
---
`,
  'notes/empty.md': '---\ntitle: Nothing is claimed\n---\n',
  'notes/draft.md': '---\ntitle: A draft\nclaim: Hidden.\ndraft: true\n---\n',
  'inquiries/secret.md': '---\ntitle: Secret\ndraft: true\n---\n',
  'references.bib':
    '@book{darwin1898, title = {The Tides}, author = {Darwin, George}, year = {1898}, doi = {10.1000/182}, url = {https://example.com/tides.pdf}}\n',
})
const settings = { ...corpus.settings, url: 'https://example.org', author: 'Ann Lee', licence: 'CC BY 4.0' }
const trig = nanopubsOf({ ...corpus, settings }, sha256)

test('a note says what is claimed, where that is from, and who says so', () => {
  const [, code] = /#(RA[\w-]{43})>/.exec(trig)!
  const self = `https://example.org/notes/moon/#${code}`
  const graph = (name: string): string => new RegExp(`^<[^>]*/${name}> \\{\n([^}]*)\\}`, 'm').exec(trig)![1]!
  assert.match(graph('Head'), new RegExp(`<${self.replace(/[?.]/g, '\\$&')}> <${NP}hasAssertion> <[^>]*/assertion>`))
  assert.match(graph('assertion'), /<https:\/\/schema\.org\/text> "It pulls, and “that” is all\."@en \./)
  assert.match(graph('assertion'), /spar\/cito\/disputes> <https:\/\/example\.org\/inquiries\/tides\/>/)
  assert.match(graph('provenance'), /wasDerivedFrom> <https:\/\/doi\.org\/10\.1000\/182>/)
  assert.match(graph('provenance'), /hadPrimarySource> <https:\/\/example\.com\/tides\.pdf#page=2>/)
  assert.match(graph('pubinfo'), /creator> "Ann Lee" \.\n.*"2026-03-01"\^\^<[^>]*#date>/)
  assert.match(graph('pubinfo'), /license> <https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/>/)
})

test('nothing is there of drafts, nor of notes without a claim', () => {
  assert.equal(trig.match(/Nanopublication>/g)?.length, 1)
  assert.doesNotMatch(trig, /hidden|secret|draft/i)
})
