/**
 * This file writes the page of the map around an entry. Every node is a link in a list, and the lists stand side by
 * side, so that the map is the list of what is on it. Only the lines between them are a drawing.
 */
import { withBase } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import { directionOf } from '../language.ts'
import { arrange, ROW, type Arrangement, type MapColumn } from '../maps/arrange.ts'
import type { LocalMap, MapLabel } from '../maps/local-map.ts'
import type { MapNode } from '../maps/neighbourhood.ts'
import { isStance, type NodeKind } from '../maps/ties.ts'
import type { SharedFacts } from '../model/entry.ts'
import type { Settings } from '../site-config.ts'
import { wordsFor, type Words } from '../words/words.ts'

/** Nothing is run by the page, and only its style sheet is loaded. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"

/** Writes the page of a map. */
export function localMapPage(map: LocalMap, settings: Settings): string {
  const { language, title: site } = settings
  const words = wordsFor(language)
  const { title: heading } = words.map
  const centre = map.labels[0]!
  const own = words.lang === undefined ? '' : ` lang="${words.lang}" dir="${directionOf(words.lang)}"`
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(words.frame.colon(heading, centre.title))}</title>
<link rel="stylesheet" href="${withBase(settings, '/map.css')}">
</head>
<body class="map-page">
<header><a href="${withBase(settings, '/')}">${escapeHtml(site)}</a></header>
<main>
<p class="label"${own}>${heading}</p>
<h1>${anchor(centre, words)}</h1>
${figureOf(map, words, own)}
</main>
</body>
</html>
`
}

function figureOf({ neighbourhood, labels }: LocalMap, words: Words, own: string): string {
  const arrangement = arrange(neighbourhood)
  const labelOf = new Map(neighbourhood.nodes.map((node, index) => [node, labels[index]!]))
  const { columns, rows, paths } = arrangement
  const lines = paths.map(({ type, path }) => `<path class="map-${type}" d="${path}"/>`).join('')
  const plane = `<svg viewBox="0 0 100 ${rows * ROW}" preserveAspectRatio="none" aria-hidden="true">${lines}</svg>`
  const counts = countsInWords(neighbourhood.more, words)
  const more = counts === '' ? '' : `\n<figcaption${own}>${words.map.notShown(counts)}</figcaption>`
  return `<figure class="map map-of-${columns.length}">
${columns.map((column) => columnHtml(column, { labels, labelOf }, words, own)).join('\n')}
${plane}
<ul class="map-legend"${own}>${legend(arrangement, words)}</ul>${more}
</figure>`
}

/** `Labels` are the labels of the nodes of a map, by their indices and by themselves. */
interface Labels {
  readonly labels: readonly MapLabel[]
  readonly labelOf: ReadonlyMap<MapNode, MapLabel>
}

function columnHtml({ of, nodes }: MapColumn, { labels, labelOf }: Labels, words: Words, own: string): string {
  const { columns, steps } = words.map
  const items = nodes.map(
    (node) =>
      `<li${attributes(node)}>${anchor(labelOf.get(node)!, words, node)}${hidden(node, labels, words, own)}</li>`,
  )
  return `<h2 class="label"${own}>${typeof of === 'number' ? steps[of] : columns[of]}</h2>
<ul class="map-column">
${items.join('\n')}
</ul>`
}

function attributes({ step, tie }: MapNode): string {
  const role = tie !== undefined && isStance(tie.type) ? ` data-role="${tie.type}"` : ''
  return step === 1 ? role : ` class="map-step-${step}"`
}

/** Writes a link to a node. One that continues the lineage of an inquiry says so in view. */
function anchor({ title, by, href, lang }: MapLabel, words: Words, node?: MapNode): string {
  const own = lang === undefined ? '' : ` lang="${lang}" dir="${directionOf(lang)}"`
  const tie = node?.tie?.type === 'next' ? `<small>${wordsOf(node.tie, words)}</small> ` : ''
  const shape = node?.tie !== undefined && isStance(node.tie.type) ? '<i class="shape"></i>' : ''
  // A work without an author is cited by its title, which is not said twice.
  const isByTitle = by !== undefined && by.toLowerCase().startsWith(title.toLowerCase())
  const author = by === undefined || node === undefined || isByTitle ? '' : `<small>${escapeHtml(by)}</small> `
  const current = node?.step === 0 ? ' aria-current="true"' : ''
  return `<a href="${escapeHtml(href)}"${own}${current}>${shape}${tie}${author}${escapeHtml(isByTitle ? by : title)}</a>`
}

/** Says in words what lines and marks say, for those who do not see them. */
function hidden(node: MapNode, labels: LocalMap['labels'], words: Words, own: string): string {
  const said = hiddenWords(node, labels, words)
  return said === '' ? '' : ` <span class="map-hidden"${own}>${escapeHtml(said)}</span>`
}

function hiddenWords({ step, tie, through = [] }: MapNode, labels: LocalMap['labels'], words: Words): string {
  if (step === 0) return words.map.here
  if (tie === undefined) return words.map.through(through.map((index) => labels[index]!.title).join(words.frame.comma))
  return tie.type === 'next' ? '' : wordsOf(tie, words)
}

/** Says how a node is tied to the middle. */
function wordsOf({ type, isInward }: NonNullable<MapNode['tie']>, { roles, passiveRoles, map }: Words): string {
  if (!isStance(type)) return isInward ? map.inward[type] : map.outward[type]
  return isInward || type === 'none' ? roles[type] : passiveRoles[type]
}

/** Says what each kind of line means that is on the map. */
const legend = ({ paths }: Arrangement, { roles, map }: Words): string =>
  paths
    .map(
      ({ type }) =>
        `<li><svg viewBox="0 0 28 4" aria-hidden="true"><path class="map-${type}" d="M0 2H28"/></svg> ${isStance(type) ? roles[type] : map.lines[type]}</li>`,
    )
    .join('')

/** Writes counts of nodes in words: `2 notes, 1 work`. It is empty where all are zero. */
export function countsInWords({ inquiry, note, work }: Readonly<Record<NodeKind, number>>, words: Words): string {
  return listed({ inquiries: inquiry, notes: note, works: work }, words)
}

/** Says what two entries share, the most telling first. */
export function sharedInWords({ works, notes, inquiries, topics, words: shared }: SharedFacts, words: Words): string {
  if (shared !== undefined) return words.map.sharesWords(shared.map(words.frame.quoted).join(words.frame.comma))
  return words.map.shares(listed({ works, notes, inquiries, topics }, words))
}

/** Lists counts in words. What is zero or not there is left out. */
function listed(counts: Readonly<Record<string, number | undefined>>, { counts: forms, frame, count }: Words): string {
  return COUNTED.flatMap((name) => {
    const number = counts[name] ?? 0
    return number === 0 ? [] : [count(forms[name], number)]
  }).join(frame.comma)
}

/** This is the order in which counts are listed. */
const COUNTED = ['inquiries', 'notes', 'works', 'topics'] as const
