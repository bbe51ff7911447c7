/** Random edits of a tiny corpus. */
import fc from 'fast-check'
import type { Files } from './pair.ts'
import { ROLES } from '../../../src/corpus/vocabulary.ts'

interface Note {
  readonly title: number
  readonly body: number
  readonly claim: number
  readonly role: number
  readonly topic: number
  readonly cites: number
  readonly isDraft: boolean
}

export interface Plot {
  readonly siteTitle: number
  /** By the number in their names. */
  readonly notes: ReadonlyMap<number, Note>
}

export interface Edit {
  readonly field: keyof Note | 'siteTitle' | 'add' | 'delete'
  /** Which note. */
  readonly at: number
  readonly value: number
}

/** Names there are. Any of them may be cited, whether there is such a note or not. */
const NAMES = 7
/** Few, so that an edit may well undo another. */
const VALUES = 4

const start: Note = { title: 0, body: 0, claim: 0, role: 0, topic: 0, cites: 0, isDraft: false }
export const PLOT: Plot = {
  siteTitle: 0,
  notes: new Map([0, 1, 2, 3].map((name) => [name, { ...start, topic: name % 2, cites: name + 1 }])),
}

const FIELDS: readonly Edit['field'][] = [
  ...(['title', 'body', 'claim', 'role', 'topic', 'cites', 'isDraft'] as const),
  ...(['siteTitle', 'add', 'delete'] as const),
]

/** At most three at a time. */
export const someEdits = (): fc.Arbitrary<Edit[]> =>
  fc.array(fc.record({ field: fc.constantFrom(...FIELDS), at: fc.nat(NAMES - 1), value: fc.nat(NAMES - 1) }), {
    minLength: 1,
    maxLength: 3,
  })

export const anAddition = (): fc.Arbitrary<Edit> =>
  fc.record({ field: fc.constant('add' as const), at: fc.nat(NAMES - 1), value: fc.nat(NAMES - 1) })

export function edited(plot: Plot, edits: readonly Edit[]): Plot {
  return edits.reduce(editedOnce, plot)
}

function editedOnce(plot: Plot, { field, at, value }: Edit): Plot {
  if (field === 'siteTitle') return { ...plot, siteTitle: value % VALUES }
  const notes = new Map(plot.notes)
  if (field === 'add') notes.set(at, { ...start, body: value, cites: value })
  else if (field === 'delete') notes.delete(at)
  else {
    // A name without a note stands for one there is.
    const names = [...notes.keys()]
    const name = notes.has(at) ? at : names[at % names.length]
    if (name !== undefined) notes.set(name, changed(notes.get(name)!, field, value))
  }
  return { ...plot, notes }
}

function changed(note: Note, field: keyof Note, value: number): Note {
  if (field === 'isDraft') return { ...note, isDraft: !note.isDraft }
  return { ...note, [field]: field === 'cites' ? value : value % VALUES }
}

export function filesOf({ siteTitle, notes }: Plot): Files {
  return {
    'site.yaml': `title: Site ${siteTitle}\nmode: lenient\n`,
    'inquiries/one.md': '---\ntitle: One?\ntopics: [topic 0]\nnext: [two]\n---\nWith [[n0]] and [[n1|words]].\n',
    'inquiries/two.md': '---\ntitle: Two?\n---\nWith [[n2]], [[n5]].\n',
    ...Object.fromEntries([...notes].map(([name, note]) => [`notes/n${name}.md`, textOf(note)])),
  }
}

const textOf = ({ title, body, claim, role, topic, cites, isDraft }: Note): string => `---
title: Title ${title}
claim: Claim ${claim}.
draft: ${isDraft}
topics: [topic ${topic}]
inquiries:
  - inquiry: ${cites % 2 === 0 ? 'one' : 'two'}
    role: ${ROLES[role]!}
---
Body ${body} of it. It cites [[n${cites}]].
`
