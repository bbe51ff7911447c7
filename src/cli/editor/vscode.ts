/** The files by which VS Code knows a site: what it checks and completes, and its snippets. */
import { jsonSchemaFor, WRITTEN } from '../../corpus/json-schema/json-schemas.ts'
import type { Own } from '../../corpus/json-schema/own-fields.ts'
import { statusesOf } from '../../corpus/own-statuses.ts'
import { ROLES } from '../../corpus/vocabulary.ts'
import { jsonFile, type EditorFile } from './editor-file.ts'

/** The folder of the JSON Schemas. Nothing else is in it. */
const SCHEMAS = '.vscode/throughline'

/**
 * Returns the files for VS Code.
 *
 * @param content The path of the content folder from the folder that is opened. It is empty where it is the same.
 * @param own What the site declares.
 */
export function vscodeFiles(content: string, own: Own = {}): EditorFile[] {
  const settings = content === '' ? 'site.yaml' : `${content}/site.yaml`
  return [
    ...WRITTEN.map((described): EditorFile => ({
      path: `${SCHEMAS}/${described}.schema.json`,
      text: `${JSON.stringify(jsonSchemaFor(described, own), null, 2)}\n`,
      isOurs: true,
    })),
    jsonFile('.vscode/settings.json', {
      'yaml.schemas': { [`./${SCHEMAS}/site.schema.json`]: [settings] },
      // Snippets are offered while one writes, and not among words of the text.
      '[markdown]': { 'editor.tabCompletion': 'onlySnippets', 'editor.wordWrap': 'on' },
      // It knows no links by names, and would call them broken.
      'markdown.validate.enabled': false,
      'files.exclude': { dist: true, node_modules: true, '.throughline': true },
    }),
    jsonFile('.vscode/extensions.json', { recommendations: ['redhat.vscode-yaml'] }),
    jsonFile('.vscode/throughline.code-snippets', snippets(own)),
  ]
}

/** A snippet begins with its prefix; `$1` is where the first word is written, and `${2|a,b|}` a choice. */
const snippet = (prefix: string, description: string, ...body: string[]) => ({
  scope: 'markdown',
  prefix,
  description,
  body,
})

const choice = (stop: number, values: readonly string[]): string => `\${${stop}|${values.join(',')}|}`

const TODAY = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'

/** Returns the snippets by their names. Sentences are folded (`>-`), so that a colon in them is one of the sentence. */
const snippets = (own: Own) => ({
  'Throughline: inquiry': snippet(
    'inquiry',
    'The frontmatter of an inquiry: a question, and the state of its answer.',
    ...[
      '---',
      'type: inquiry',
      'title: ${1:Does it hold?}',
      'answer: >-',
      '  ${2:One sentence: the state of the answer.}',
    ],
    ...[`status: ${choice(3, statusesOf(own))}`, 'topics: [$4]', `created: ${TODAY}`, '---', '', '$0'],
  ),
  'Throughline: note': snippet(
    'note',
    'The frontmatter of a note: one claim, from a source.',
    ...['---', 'type: note', 'title: ${1:What it says}', 'claim: >-', '  ${2:One paragraph: what the source shows.}'],
    ...['quote: >-', '  $3', 'source: $4', 'inquiries:', '  - inquiry: ${5:inquiry}', `    role: ${choice(6, ROLES)}`],
    ...['    because: $7', 'topics: [$8]', `created: ${TODAY}`, '---', '', '$0'],
  ),
  'Throughline: evidence': snippet(
    'evidence',
    'An inquiry that a note bears on, under `inquiries:`.',
    ...['- inquiry: ${1:inquiry}', `  role: ${choice(2, ROLES)}`, '  because: $3'],
  ),
  'Throughline: work in a note': snippet(
    'work',
    'A work that the bibliography does not have.',
    ...['source:', '  title: ${1:Title}', '  authors: [${2:Given Family}]', '  year: ${3:2026}', '  url: $4'],
  ),
  'Throughline: silence': snippet(
    'silence',
    'A rule of the audit that is silent on this entry, with the reason.',
    ...['audit:', '  ${1:one-sided}: ${2:Why.}'],
  ),
})
