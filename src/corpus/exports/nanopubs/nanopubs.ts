/**
 * This file writes the claims of notes as nanopublications (https://nanopub.net/guidelines/working_draft/): what is
 * claimed, where that comes from, and who says so, each in a graph of its own.
 */
import { absolute, hrefOf, identifierOf } from '../../address.ts'
import { doiAddress } from '../../doi.ts'
import type { Corpus } from '../../model/corpus.ts'
import { isNote, type ParsedNote } from '../../model/parsed.ts'
import type { Source } from '../../model/source.ts'
import { ownLanguage } from '../../own-language.ts'
import { plainOf } from '../../render/prose.ts'
import { passageIn } from '../../render/passage.ts'
import type { SitePath, Stance } from '../../vocabulary.ts'
import { CITO, TO_INQUIRY } from '../cito.ts'
import { licenceOf } from '../licence.ts'
import { artifactCode, CODE } from './artifact-code.ts'
import { iri, trigOf, type Literal, type Quad } from './quads.ts'

/** This is the address of the file, without the site's base. */
export const NANOPUBS: SitePath = '/nanopubs.trig'

const NP = 'http://www.nanopub.org/nschema#'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const SCHEMA = 'https://schema.org/'
const PROV = 'http://www.w3.org/ns/prov#'
const DCT = 'http://purl.org/dc/terms/'

/** Gives the word of CiTO for how a note bears on an inquiry. */
const bearing = (role: Stance): string => TO_INQUIRY[role][0].replace('cito:', CITO)

/**
 * Writes the nanopublications of all public notes that state a claim, in the order of their paths.
 *
 * @param sha256 Gives the SHA-256 digest of a text in UTF-8, in base64url.
 */
export const nanopubsOf = (corpus: Corpus, sha256: (text: string) => string): string =>
  [...corpus.entries.values()]
    .filter(isNote)
    .flatMap((note) => (note.data.claim === undefined ? [] : [nanopubOf(corpus, note, note.data.claim, sha256)]))
    .join('\n')

function nanopubOf(corpus: Corpus, note: ParsedNote, claim: string, sha256: (text: string) => string): string {
  const quads = quadsOf(corpus, note, claim)
  const code = artifactCode(quads, sha256)
  const named = (address: string): string => address.replaceAll(CODE, code)
  return trigOf(
    quads.map(({ graph, subject, predicate, object }) => ({
      graph: named(graph),
      subject: named(subject),
      predicate,
      object: typeof object === 'string' ? named(object) : object,
    })),
  )
}

/**
 * Makes the statements of a note. The address leads to its page, and the code in it says which statements are meant.
 * Readers of trusty URIs find a code after `/`, `.` or `#`.
 */
function quadsOf(corpus: Corpus, note: ParsedNote, claim: string): Quad[] {
  const page = iri(identifierOf(corpus.settings, hrefOf(corpus, note.path)))
  const self = `${page}#${CODE}`
  const part = (name: string): string => `${self}/${name}`
  const of =
    (graph: string) =>
    (subject: string, predicate: string, object: Quad['object']): Quad => ({ graph, subject, predicate, object })
  const head = of(part('Head'))
  return [
    head(self, RDF_TYPE, `${NP}Nanopublication`),
    head(self, `${NP}hasAssertion`, part('assertion')),
    head(self, `${NP}hasProvenance`, part('provenance')),
    head(self, `${NP}hasPublicationInfo`, part('pubinfo')),
    ...assertionOf(corpus, note, claim, page, of(part('assertion'))),
    ...provenanceOf(corpus, note, page, part('assertion'), of(part('provenance'))),
    ...publicationOf(corpus, note, self, of(part('pubinfo'))),
  ]
}

type MakeQuad = (subject: string, predicate: string, object: Quad['object']) => Quad

/** Says what the note claims, and how that bears on inquiries. */
function assertionOf(corpus: Corpus, note: ParsedNote, claim: string, page: string, quad: MakeQuad): Quad[] {
  const served = (corpus.evidenceByNote.get(note.path) ?? []).flatMap(({ inquiry, role }) =>
    role === undefined
      ? []
      : [quad(page, bearing(role), iri(identifierOf(corpus.settings, hrefOf(corpus, inquiry.path))))],
  )
  return [
    quad(page, RDF_TYPE, `${SCHEMA}Claim`),
    quad(page, `${SCHEMA}text`, textOf(corpus, note, plainOf(corpus, note, claim))),
    ...served,
  ]
}

/** Says where the claim comes from: the page, the works that it is drawn from, and the passage that is quoted. */
function provenanceOf(corpus: Corpus, note: ParsedNote, page: string, assertion: string, quad: MakeQuad): Quad[] {
  const works = (corpus.sourceOf.get(note.path) ?? []).flatMap((source) => addressOf(source) ?? [])
  const passage = passageIn(corpus, note)?.href
  return [
    quad(assertion, `${PROV}wasQuotedFrom`, page),
    ...[...new Set(works)].map((work) => quad(assertion, `${PROV}wasDerivedFrom`, work)),
    ...(passage === undefined ? [] : [quad(assertion, `${PROV}hadPrimarySource`, iri(passage))]),
  ]
}

/** Gives the address of a work, that of its DOI before all others. */
function addressOf({ csl, links }: Source): string | undefined {
  const address = csl.DOI === undefined ? links[0]?.href : doiAddress(csl.DOI)
  return address === undefined ? undefined : iri(address)
}

/** Says who publishes it, when the note was last changed in substance, and under which licence. */
function publicationOf(corpus: Corpus, note: ParsedNote, self: string, quad: MakeQuad): Quad[] {
  const { settings } = corpus
  const { author, orcid, licence } = settings
  const day = note.data.updated ?? note.data.created
  const isDay = day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day)
  const terms = licenceOf(licence)?.url
  return [
    quad(self, `${DCT}title`, textOf(corpus, note, note.title)),
    quad(self, `${DCT}isPartOf`, iri(identifierOf(settings, absolute(settings, settings.base)))),
    ...(orcid === undefined ? [] : [quad(self, `${DCT}creator`, iri(orcid))]),
    ...(orcid === undefined && author !== undefined ? [quad(self, `${DCT}creator`, { text: author })] : []),
    ...(isDay ? [quad(self, `${DCT}created`, { text: day, datatype: 'http://www.w3.org/2001/XMLSchema#date' })] : []),
    ...(terms === undefined ? [] : [quad(self, `${DCT}license`, iri(terms))]),
  ]
}

/** Gives words of a note on one line, in the language of the note. */
const textOf = (corpus: Corpus, note: ParsedNote, text: string): Literal => ({
  text: text.toWellFormed().replace(/\s+/g, ' ').trim(),
  language: (ownLanguage(corpus, note) ?? corpus.settings.language).toLowerCase(),
})
