/** This file reports what other programs write and this one does not read. */
import type { Nodes, Root } from 'mdast'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { ProblemRule } from '../problem-rules.ts'
import type { Program } from '../site-config.ts'
import type { Point } from '../vocabulary.ts'
import { visit } from '../walk.ts'
import { pointsOf } from './split-text.ts'

/** These are constructs that are shown as they were written. Each has the words by which the report names it. */
const CONSTRUCTS: readonly (readonly [pattern: RegExp, what: (match: RegExpExecArray) => string])[] = [
  [/(?<!\{)\{%-?\s*(\w+)[^{}%]*%\}/g, ([, name = '']) => `{% ${name} %}`],
  // An address in it is a link by now, so its end may be in another text.
  [/\{\{[<%]\s*([\w-]+)(?:[^{}]*[>%]\}\}|[^{}]*$)/g, ([, name = '']) => `{{< ${name} >}}`],
  [/\$\{(FOAM_\w+)\}/g, ([, name = '']) => `\${${name}}`],
  [/(?<=^|\n)::([\w-]+)(?=[[{])/g, ([, name = '']) => `::${name}`],
  [/(?<=^|\n):{3,}[ \t]*[\w{]/g, () => ':::'],
  [/\{\{\s*\w+(?:\.\w+)+[^{}]*\}\}/g, () => '{{ … }}'],
  [/<%[-_=*+]?[^<>%]+%>/g, () => '<% … %>'],
  [/(?:^|@)ref\((?:fig|tab|eq|thm|def|lst):[^()\s]+\)/g, () => '\\@ref()'],
  [/(?<=^|\n)-+8<-+/g, () => '--8<--'],
  [/(?<![\w:]):(material|fontawesome|octicons)-[\w-]+:/g, ([, set = '']) => `:${set}-…:`],
  [/(?<=^|\n)#\+(begin_\w+|end_\w+)/gi, ([, name = '']) => `#+${name.toUpperCase()}`],
]
/** In these programs, any name in braces is that of a macro, which a plugin or the settings may define. */
const WITH_MACROS: ReadonlySet<Program> = new Set(['logseq', 'roam'])
const MACRO: (typeof CONSTRUCTS)[number] = [
  /\{\{(?![<%])(?:\[\[)?([A-Za-z][\w/-]*)(?:\]\])?[^{}]*\}\}/g,
  ([, name = '']) => `{{${name}}}`,
]
/** A text without any of these signs has none of them. */
const SIGNS = [
  '{%',
  '{{',
  '${FOAM',
  '::',
  '#+',
  '<%',
  '-8<-',
  '@ref(',
  '```',
  '~~~',
  ':material-',
  ':fontawesome-',
  ':octicons-',
  '+--',
]
const MAY_HOLD =
  /\{%|^\+--|:(?:material|fontawesome|octicons)-|\{\{|\$\{FOAM|<%|-8<-|@ref\(|^ref\(|^[ \t>*+-]*(?:::|#\+)|^[ \t>]*(?:`{3}|~{3})[ \t]*\{?[a-z=]/m

/** Matches the languages of code that a program replaces by what it finds. */
const QUERIES =
  /^(?:dataview|dataviewjs|tasks|query|tracker|chart|button|todoist|leaflet|timeline|meta-bind|templater|dynamic-embed|embed|mermaid-js)$/

/** Matches the language of code that Quarto, knitr or Jupyter runs, to show what it prints or draws. */
const CHUNK = /^\{(\.?)(r|python|julia|ojs|bash|sh|sql|stan|js|node|rcpp|observable)\b/i

/** Matches the format of a block that Pandoc hands through to a file of this format. */
const RAW = /^\{=(\w+)\}/

/** Matches a table of Pandoc that is drawn with signs, which is shown as code. */
const GRID = /^\+(?:[-=:]{2,}\+)+[ \t]*\n\|/

/** Reports constructs that are shown as they were written. */
export const unreadConstructs: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  if (!SIGNS.some((sign) => source.includes(sign)) || !MAY_HOLD.test(source)) return
  const constructs = WITH_MACROS.has(file.data.dialect?.program ?? 'plain') ? [...CONSTRUCTS, MACRO] : CONSTRUCTS
  const found = new Map<string, { point: Point; count: number }>()
  const note = (what: string, point: Point | undefined): void => {
    const first = found.get(what)
    found.set(what, { point: first?.point ?? point ?? { line: 1, column: 1 }, count: (first?.count ?? 0) + 1 })
  }
  visit(tree, (node: Nodes) => {
    if (node.type === 'code' && QUERIES.test(node.lang ?? '')) note(`Code for ${node.lang ?? ''}`, node.position?.start)
    const chunk = node.type === 'code' ? CHUNK.exec(`${node.lang ?? ''} ${node.meta ?? ''}`) : null
    if (node.type === 'code' && chunk !== null) {
      const [, dot, language = ''] = chunk
      // With a dot, the code is only shown.
      if (dot === '') note(`Code to be run, \`{${language}}\`,`, node.position?.start)
      node.lang = language.toLowerCase()
    }
    const raw = node.type === 'code' ? RAW.exec(node.lang ?? '')?.[1] : undefined
    if (raw !== undefined) note(`A raw block, \`{=${raw}}\`,`, node.position?.start)
    if (node.type === 'code' && GRID.test(node.value)) note('A grid table', node.position?.start)
    if (node.type !== 'text' || !MAY_HOLD.test(node.value)) return
    for (const [pattern, what] of constructs)
      for (const match of node.value.matchAll(pattern)) note(`\`${what(match)}\``, pointsOf(node)(match.index)?.start)
  })
  for (const [what, { point, count }] of found) report(file, what, count, point, 'It is shown as it was written.')
}

/**
 * Reports that constructs of one kind are left out.
 *
 * @param what The construct as it is written.
 * @param count How many of them the file holds.
 * @param offset The offset of the first one in the file.
 */
export function reportUnread(file: VFile, what: string, count: number, offset: number): void {
  const before = String(file).slice(0, offset)
  const point = { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
  report(file, what, count, point, 'It is left out.')
}

function report(file: VFile, what: string, count: number, { line, column }: Point, outcome: string): void {
  const times = count === 1 ? 'once' : `${count} times`
  const reason = `${what} stands here ${times} and is not read, because only its own program knows what it shows.`
  file.message(`${reason} ${outcome} Write out what it shows, or leave it.`, {
    place: { line, column },
    ruleId: 'construct-unread' satisfies ProblemRule,
  })
}
