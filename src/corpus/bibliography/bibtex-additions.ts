/** This file reads what Citation.js passes over in an entry of BibLaTeX: additions to titles, and people in other roles. */
import type { Csl, CslName } from '../model/csl.ts'

type Fields = Readonly<Record<string, string>>

/** A `LatexReader` reads the text of a field. */
export interface LatexReader {
  readonly text: (latex: string) => string
  readonly names: (latex: string) => readonly CslName[]
}

/** Gives a work with what its entry says beside. */
export const withAdditions = (work: Csl, fields: Fields, reader: LatexReader): Csl =>
  withDirector(
    withMorePeople(withLongerTitles(withLostFields(work, fields, reader), fields, reader), fields, reader),
    fields,
  )

/** Citation.js reads the journal of articles only, and forgets the number of some types. */
function withLostFields(work: Csl, fields: Fields, { text }: LatexReader): Csl {
  const { journaltitle, journalsubtitle, number } = fields
  const journal = [journaltitle, journalsubtitle].flatMap((part) => (part === undefined ? [] : [text(part)])).join(': ')
  const hasNumber = ['number', 'issue', 'collection-number'].some((field) => work[field] !== undefined)
  return {
    ...work,
    ...(work['container-title'] === undefined && journaltitle !== undefined && { 'container-title': journal }),
    ...(number !== undefined && !hasNumber && { number: text(number) }),
  }
}

/** These fields are added to the titles of a work and of its whole. */
const ADDITIONS = [
  ['titleaddon', 'title'],
  ['booktitleaddon', 'container-title'],
  ['journaltitleaddon', 'container-title'],
] as const

function withLongerTitles(work: Csl, fields: Fields, { text }: LatexReader): Csl {
  return ADDITIONS.reduce((whole, [field, title]) => {
    const [before, addition] = [whole[title], fields[field]]
    if (addition === undefined || typeof before !== 'string') return whole
    return { ...whole, [title]: joined(before, text(addition)) }
  }, work)
}

/** Joins a title and its addition. What is in brackets is no sentence by itself. */
const joined = (title: string, addition: string): string =>
  `${title}${/^[([]/.test(addition) || /[.!?:]$/.test(title) ? '' : '.'} ${addition}`.trim()

/** These are the roles of BibLaTeX that CSL has, too. In any other role somebody is a contributor. */
const ROLES: ReadonlySet<string> = new Set(
  'compiler curator director editor guest host illustrator narrator organizer performer producer translator'.split(' '),
)

/** Adds the people of `editora`, `editorb` and `editorc`, whose role stands in a field of its own. */
function withMorePeople(work: Csl, fields: Fields, { names }: LatexReader): Csl {
  return ['editora', 'editorb', 'editorc'].reduce((whole, field) => {
    const people = fields[field]
    if (people === undefined) return whole
    const role = fields[`${field}type`]?.trim() ?? 'editor'
    const name = ROLES.has(role) ? role : 'contributor'
    return { ...whole, [name]: [...((whole[name] ?? []) as readonly CslName[]), ...names(people)] }
  }, work)
}

/** The people who made a film are in the field for editors. */
function withDirector(work: Csl, { editortype }: Fields): Csl {
  if (editortype?.trim() !== 'director' || work.editor === undefined) return work
  const { editor, ...others } = work
  return { ...others, director: editor }
}
