/** Edits of the garden, in rounds: all edits of a round are made at once. */
import assert from 'node:assert/strict'
import { picture } from './garden.ts'
import type { Files } from './pair.ts'

export interface Edit {
  readonly what: string
  readonly edit: (files: Files) => Files
  /** Addresses of the pages that show it, apart from those that every build renders. */
  readonly shows: readonly string[]
  /** Addresses of pages there are no longer. */
  readonly gone?: readonly string[]
}

/** Replaces words of a file, which must be there. */
export const reword =
  (path: string, from: string, to: string) =>
  (files: Files): Files => {
    const text = files[path] ?? ''
    assert.ok(text.includes(from), `${path} says “${from}”`)
    return { ...files, [path]: text.replace(from, to) }
  }

const without =
  (path: string) =>
  (files: Files): Files =>
    Object.fromEntries(Object.entries(files).filter(([each]) => each !== path))

const added =
  (path: string, text: string) =>
  (files: Files): Files => ({ ...files, [path]: text })

const renamed = (files: Files): Files =>
  reword(
    'notes/wind.md',
    '[[seed]]',
    '[[kernel]]',
  )(added('notes/kernel.md', files['notes/seed.md']!)(without('notes/seed.md')(files)))

/**
 * No page shows two edits of a round. So a page that should be rendered for one of them is not rendered for another
 * instead, and what is rendered tells of each.
 */
export const ROUNDS: readonly (readonly Edit[])[] = [
  [
    {
      what: 'a word of a body that stands nowhere else',
      edit: reword('notes/roots.md', 'by hand', 'by machine'),
      shows: ['/notes/roots/'],
    },
    {
      what: 'a title',
      edit: reword('notes/stone.md', 'Stone is warm', 'Stone is cold'),
      shows: ['/inquiries/shade/', '/new/', '/notes/moss/', '/notes/stone/', '/topics/light/'],
    },
    {
      what: 'a claim',
      edit: reword('notes/clay.md', 'for weeks.\nsource', 'for months.\nsource'),
      shows: [
        ...['/inquiries/water/', '/notes/clay/', '/sources/adams2020/', '/sources/brook2019/'],
        // The rows of lists have the first line of the claim.
        ...['/topics/rain/', '/topics/soil/'],
      ],
    },
    {
      what: 'a file that has another name, and a link that follows it',
      edit: renamed,
      shows: ['/notes/kernel/', '/notes/wind/'],
      gone: ['/notes/seed/'],
    },
  ],
  [
    {
      what: 'a role',
      edit: reword('notes/clay.md', 'role: supports', 'role: qualifies'),
      shows: [
        ...['/audit/', '/inquiries/water/', '/notes/clay/', '/sources/adams2020/', '/sources/brook2019/'],
        ...['/topics/rain/', '/topics/soil/'],
      ],
    },
    {
      what: 'a note that becomes a draft',
      edit: reword('notes/bark.md', '---\n', '---\ndraft: true\n'),
      shows: ['/inquiries/shade/', '/notes/moss/', '/topics/light/', '/topics/moss/'],
      gone: ['/notes/bark/'],
    },
    {
      what: 'a note that is deleted, and its topic with it',
      edit: without('notes/wind.md'),
      // The map of one of them has it.
      shows: ['/notes/kernel/', '/notes/stone/'],
      gone: ['/notes/wind/', '/topics/wind/'],
    },
  ],
  [
    {
      what: 'a note that is added',
      edit: added(
        'notes/deep/frost.md',
        '---\ntitle: Frost heaves\nsource: brook2019\ninquiries: [soil]\ntopics: [frost, soil]\n---\nSee [[clay]].\n',
      ),
      shows: [
        ...['/audit/', '/inquiries/soil/', '/notes/clay/', '/notes/deep/frost/', '/sources/', '/sources/brook2019/'],
        ...['/sources/by/use/', '/sources/by/year/', '/topics/frost/', '/topics/soil/'],
        // It is on their maps, or suggested there.
        ...['/inquiries/water/', '/notes/rain/', '/notes/roots/'],
      ],
    },
  ],
  [
    {
      what: 'a topic',
      edit: reword('notes/rain.md', 'topics: [rain]', 'topics: [Weather]'),
      shows: ['/notes/rain/', '/topics/rain/', '/topics/weather/'],
    },
    {
      what: 'a picture of the same size',
      edit: added('pictures/leaf.svg', picture(400, 200, 'brown')),
      shows: [],
    },
  ],
  [
    {
      what: 'what an inquiry is called, and a citation in its text',
      edit: reword('inquiries/soil.md', 'Roots know', 'Roots know [@adams2020, p. 3]'),
      shows: ['/inquiries/soil/', '/notes/roots/', '/sources/adams2020/'],
    },
    {
      what: 'a picture of another size',
      edit: added('pictures/leaf.svg', picture(300, 300, 'brown')),
      shows: ['/notes/clay/'],
    },
  ],
]
