/** This file chooses the style in which references are written. */
import { pointOfField } from '../frontmatter/position.ts'
import { problem } from '../problem.ts'
import { settingsSchema } from '../settings.ts'
import { SAMPLE } from './processor.ts'
import { formatWork, styleFault } from './reference.ts'
import { APA, BUILT_IN } from './style.ts'
import type { Settings } from '../site-config.ts'
import { didYouMean, nearest } from '../suggest.ts'
import type { Document, FilePath, Point, Problem } from '../vocabulary.ts'
import type { CitationStyle } from '../model/citation-style.ts'

/** A `ChosenStyle` is the style that is used, with the problems of the one that was asked for. */
export interface ChosenStyle {
  readonly style: CitationStyle
  readonly problems: readonly Problem[]
}

/**
 * Chooses the style that the settings name. Where it is unknown or does not work, APA is used, and a problem says so.
 *
 * @param written The file of the settings.
 * @param file The style file that the settings name. It is undefined where there is none.
 */
export function chooseStyle(
  settings: Settings,
  written: Document | undefined,
  file: Document | undefined,
): ChosenStyle {
  const name = settings.citationStyle
  const builtIn = BUILT_IN.find((style) => style.name === name.toLowerCase())
  if (builtIn !== undefined) return { style: builtIn, problems: [] }
  if (file === undefined) return { style: APA, problems: written === undefined ? [] : [unknown(name, written)] }
  const style: CitationStyle = { name, xml: file.text, isNumeric: /\bcitation-format=["']numeric["']/.test(file.text) }
  const fault = faultOf(style, file.text)
  if (fault === undefined) return { style, problems: [] }
  return { style: APA, problems: [warning(file.path, { line: 1, column: 1 }, `${fault} Until then APA is used.`)] }
}

/** Makes a warning about the style. */
const warning = (file: FilePath, point: Point, sentence: string): Problem =>
  problem('warning', 'citation-style', file, point, sentence)

/** Says that there is no style with a name. */
function unknown(name: string, written: Document): Problem {
  const point = pointOfField(written, settingsSchema, ['citationStyle'])
  const names = BUILT_IN.map((style) => style.name)
  const remedy = /\.csl$/i.test(name)
    ? 'Put the file into the content folder, beside site.yaml.'
    : `Use ${names.join(', ')}, or the name of a .csl file in the content folder.`
  const sentence = `There is no citation style "${name}", so APA is used.${didYouMean(nearest(name, names))} ${remedy}`
  return warning(written.path, point, sentence)
}

const DOWNLOAD = 'Download it again, from https://www.zotero.org/styles for instance.'

/** Says what keeps a style file from being used, with the remedy. It is undefined where nothing does. */
function faultOf(style: CitationStyle, xml: string): string | undefined {
  if (!/<style\b/.test(xml)) return `This is no style of CSL. ${DOWNLOAD}`
  // The processor accepts a style that is cut off, and would write only a part of each reference.
  if (!/<\/style>\s*$/.test(xml)) return `This style has no end. ${DOWNLOAD}`
  if (!/<bibliography\b/.test(xml)) {
    const parent = /<link\b[^>]*independent-parent[^>]*>/.exec(xml)?.[0]
    const at = parent === undefined ? undefined : /\bhref="([^"]*)"/.exec(parent)?.[1]
    return at === undefined
      ? 'This style has no rules for references. Use one that has a <bibliography>.'
      : `This style only says that it is like another. Use that one instead: ${at}`
  }
  try {
    return formatWork(SAMPLE, style) === '' ? `This style writes nothing. ${DOWNLOAD}` : undefined
  } catch (error) {
    return `This style cannot be used (${styleFault(error)}). ${DOWNLOAD}`
  }
}
