/** A small site in English with entries in other languages and scripts. */
export const MANY_LANGUAGES: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Words\ndescription: Of words.\nlanguage: en\nurl: https://example.org\n',
  'inquiries/dawn.md': `---
title: لماذا تتغير الكلمات؟
lang: ar
lede: سؤال قصير عن اللغة، وما يبقى منها.
answer: لأن الناس يتغيرون.
topics: [words]
next: [change]
---
## ما الذي يتغير

تتغير الكلمات مع من يتكلم بها، كما تبيّن [[page|في دراسة قديمة]]. وفي *الكلام* شدة.

| كلمة | سنة |
| --- | --- |
| قلم | 1850 |

## الشفرة

\`\`\`js
const word = 'قلم'
\`\`\`

## ما يبقى

يبقى الصوت زمنا، و[[sound]] يقول ذلك.
`,
  'inquiries/change.md': `---
title: "What does \\"change\\" change?"
lede: It's a question -- the 90's kind...
status: open
---
"Words" don't stay, and [[page|a study]] says so in \`code "x"\`; see [[dawn]].
`,
  'notes/page.md': `---
title: 言葉は変わる
locale: ja
claim: 言葉は、それを使う人とともに変わる。
quote: 'It''s "so"'
inquiries: [dawn, change]
source: { title: Words in Time, year: 1999, url: "https://example.com/words" }
---
## 一つ目

これは*強調*のある文で、英語の word も混ざる。「引用」は二重になる。
`,
  'notes/sound.md': `---
title: "Der Laut bleibt \\"eine Weile\\""
language: de
claim: Der "Laut" bleibt -- wenn's gut geht.
inquiries: [{ inquiry: dawn, role: qualifies, because: "Nur \\"eine Weile\\"." }]
---
Er sagte: "Es geht's 'gut'."
`,
}
