/** A vault with bases: of every layout, with covers, groups and a long table, and a draft that no view may show. */
import { Buffer } from 'node:buffer'
import type { Contents } from '../../support/content-folder.ts'

const COVER = `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="120" viewBox="0 0 80 120"><rect width="80" height="120" fill="#456"/></svg>`

const book = (number: number): string =>
  `---
title: Book ${number}
author: "[[Author ${(number % 2) + 1}]]"
rating: ${number % 6}
status: ${number % 3 === 0 ? 'done' : 'reading'}
tags: [book${number > 4 ? ', long' : ''}]
created: 2025-0${(number % 9) + 1}-15
cover: "[[cover ${number % 2}.svg]]"
link: https://example.org/a/rather/long/address/of/book/${number}
---
A book.
`

const LIBRARY = `filters:
  and:
    - file.hasTag("book")
formulas:
  stars: '"★".repeat(rating)'
properties:
  file.name:
    displayName: Title
  formula.stars:
    displayName: Stars
views:
  - type: table
    name: All books
    order: [file.name, author, rating, formula.stars, created, tags, link]
    sort:
      - property: rating
        direction: DESC
    summaries:
      rating: Average
  - type: table
    name: By status
    order: [file.name, rating]
    groupBy:
      property: status
      direction: ASC
  - type: cards
    name: Covers
    order: [file.name, author, rating]
    image: note.cover
    imageAspectRatio: 1.5
  - type: list
    name: Of this author
    filters: author == this
    order: [file.name, rating]
  - type: map
    name: Places
    filters: rating = 3
    order: [file.name, file.mtime]
`

const EVERYTHING = `views:
  - type: table
    name: All
    order: [file.name, n]
    filters: n >= 0
    sort:
      - property: n
        direction: ASC
`

/** This many notes are in the long table. */
export const ROWS = 620

export const BASES: Contents = {
  'site.yaml': 'title: A library\nmode: lenient\n',
  'Bases/Library.base': LIBRARY,
  'Everything.base': EVERYTHING,
  'notes/Home.md': `---
title: Home
---
See [[Library.base]] and [[Library.base#Covers|the covers]].

![[Library.base]]

![[Library.base#Covers]]

![[Library.base#By status]]

![[Everything.base]]
`,
  'notes/Author 1.md': `---
title: The first author
born: 1920
---
![[Library.base#Of this author]]

> [!note] In a callout
> \`\`\`base
> filters: author == this && rating > 2
> views:
>   - type: list
>     name: The best
>     order: [file.name, rating]
>     indentProperties: true
>     markers: numbers
> \`\`\`
`,
  'notes/Author 2.md': '---\ntitle: The second author\n---\nWrote.\n',
  'notes/Hidden.md':
    '---\ntitle: Canary\ndraft: true\ntags: [book]\nrating: 4321\nauthor: "[[Author 1]]"\ncover: "[[canary.svg]]"\n---\n',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`notes/books/Book ${index}.md`, book(index)])),
  ...Object.fromEntries(
    Array.from({ length: ROWS }, (_, index) => [
      `notes/many/n${index}.md`,
      `---\ntitle: N ${index}\nn: ${index}\n---\n`,
    ]),
  ),
  'pictures/cover 0.svg': COVER,
  'pictures/cover 1.svg': Buffer.from(COVER),
  'pictures/canary.svg': COVER,
}
