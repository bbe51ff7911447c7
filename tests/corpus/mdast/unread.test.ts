/** What only another program can show is reported by kind and number, and shown as it was written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOf, read, shown } from '../../support/corpus.ts'

const kinds = (text: string, path?: string): string[] =>
  problemsOf(text, path).map((each) =>
    each.replace(/^(\S+) warning construct-unread (.*?) stands here (.*?) and .*$/, '$1 $2 $3'),
  )

test('code that Quarto or knitr runs has its language, and is reported', () => {
  const text = '```{r setup, include=FALSE}\nx\n```\n\n```{r}\ny\n```\n\n```{python}\nz\n```\n\n```{.r}\nw\n```'
  assert.deepEqual(kinds(text, 'x.qmd'), ['1:1 Code to be run, `{r}`, 2 times', '9:1 Code to be run, `{python}`, once'])
  assert.match(shown(read(text, 'x.qmd')), /<pre tabindex="0" data-language="r">/)
})

test('shortcodes with an address in them, and the placeholders of templates', () => {
  assert.deepEqual(kinds('{{< video https://x.org/v >}} {{< video a.mp4 >}}'), ['1:1 `{{< video >}}` 2 times'])
  assert.deepEqual(kinds('A ${FOAM_TITLE}'), ['1:3 `${FOAM_TITLE}` once'])
})
