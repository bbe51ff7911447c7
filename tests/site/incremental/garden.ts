/** A small corpus in which everything is shown somewhere else too. */
import type { Files } from './pair.ts'

/** A picture without words in it. */
export const picture = (width: number, height: number, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
  `<rect width="${width}" height="${height}" fill="${colour}"/></svg>\n`

const WORKS = `@article{adams2020,
  author = {Adams, Ann},
  title = {Roots in clay},
  journal = {Soil},
  year = {2020},
  url = {https://example.org/roots}
}

@book{brook2019,
  author = {Brook, Bea and Cole, Cy},
  title = {Rain and stone},
  publisher = {Press},
  year = {2019}
}
`

export const GARDEN: Files = {
  'site.yaml': 'title: Garden\nlanguage: en\nauthor: The gardeners\n',
  'references.bib': WORKS,
  'pictures/leaf.svg': picture(400, 200, 'green'),
  'pages/about.md': '---\ntitle: About\n---\nIt began with [[shade]] and a [[moss|green note]].\n',
  'inquiries/shade.md': `---
title: Does shade help moss?
lede: Moss grows on the north side.
answer: It seems so.
status: leaning
topics: [light, moss]
next:
  - inquiry: water
    because: Shade keeps water.
created: 2026-01-02
---
Moss likes the dark, [[moss|as one sees]]. Bark is [[bark|a ground for it]].

## Against it

Stone is dry, [[stone|and warm]].
`,
  'inquiries/water.md': `---
title: How much water is enough?
status: open
topics: [rain]
next: [soil]
---
Clay holds it, [[clay|for weeks]]. Rain brings it, [[rain|at times]].
`,
  'inquiries/soil.md': '---\ntitle: Which soil is best?\nstatus: settled\n---\nRoots know, [[roots|and go deep]].\n',
  'notes/roots.md': `---
title: Roots go deep in clay
claim: Roots reach two metres in clay.
source: adams2020
inquiries:
  - inquiry: soil
    role: supports
    because: They reach far.
topics: [roots]
---
Roots were dug out by hand. See [[clay]].
`,
  'notes/clay.md': `---
title: Clay holds water
claim: Clay holds water for weeks.
source: [adams2020, brook2019]
inquiries:
  - inquiry: water
    role: supports
    because: It is slow to dry.
qualifies: ["[[rain]]"]
topics: [rain, soil]
---
It was weighed each day.

![A leaf](../pictures/leaf.svg)
`,
  'notes/rain.md': `---
title: Rain comes in bursts
claim: Half the rain falls in a tenth of the hours.
source: brook2019
inquiries: [{ inquiry: water, role: supports }]
topics: [rain]
---
A gauge stood in the open, and its $h$ was read each hour.
`,
  'notes/moss.md': `---
title: Moss grows in the dark
claim: Moss covers more ground in shade.
inquiries:
  - inquiry: shade
    role: supports
    because: It covers more ground there.
extends: ["[[bark]]"]
topics: [moss, light]
---
It was measured with a frame in spring.

The ground was [[stone|stone in part]].
`,
  'notes/bark.md': `---
title: Bark is a ground for moss
inquiries:
  - inquiry: shade
    role: background
topics: [moss]
---
Old bark is rough.

\`\`\`js
const rough = true
\`\`\`
`,
  'notes/stone.md': `---
title: Stone is warm and dry
inquiries:
  - inquiry: shade
    role: disputes
    because: Moss is rare on it.
disputes: ["[[moss]]"]
topics: [light]
---
Stone stores the warmth of the day.
`,
  'notes/wind.md': '---\ntitle: Wind dries\ntopics: [wind]\n---\nIt is not cited by anyone, and cites [[seed]].\n',
  'notes/seed.md': '---\ntitle: Seeds travel\nupdated: 2026-03-04\n---\nSome travel far.\n',
}
