/** Reads the settings of a site, which also say how its Markdown files are written. */
import { NO_SCHEMA, type GraphSchema } from '../../corpus/discourse-graph.ts'
import { readSettings } from '../../corpus/settings.ts'
import type { Dialect, Settings } from '../../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'
import { detectProgram, type SeenProgram } from './detect-program.ts'
import { modeFromEnvironment, readFile } from './content-folder.ts'
import type { Vault } from './read-vault.ts'

/** The name of the settings file in the content folder. */
export const SETTINGS_FILE = 'site.yaml'

/** The settings of a site, and the file that they come from. */
export interface SiteSettings {
  readonly settings: Settings
  readonly problems: readonly Problem[]
  /** The settings file. Undefined where there is none, and then the settings are the default ones. */
  readonly document: Document | undefined
  /** The program for which the folder was written. Undefined where nothing tells. */
  readonly seen: SeenProgram | undefined
}

/**
 * Reads the settings file of a content folder. `THROUGHLINE_MODE` overrides its mode; throws a `UsageError` where that
 * is no mode.
 */
export function readSiteSettings(folder: string): SiteSettings {
  const { document, problems: unread } = readFile(folder, SETTINGS_FILE)
  const { settings, stated, problems } = readSettings(document)
  const seen = stated.has('dialect')
    ? { program: settings.dialect, mark: `\`dialect\` in ${SETTINGS_FILE}`, isStated: true as const }
    : detectProgram(folder)
  const { program = settings.dialect } = seen ?? {}
  // Dendron writes the words of a link before its target.
  const wikilinks = program === 'dendron' && !stated.has('wikilinks') ? 'label-first' : settings.wikilinks
  return {
    settings: { ...settings, dialect: program, wikilinks, mode: modeFromEnvironment() ?? settings.mode },
    problems: [...unread, ...problems],
    document,
    seen,
  }
}

/** Discourse graphs of every tool mark questions so, with the brackets of Roam or without them. */
const QUESTION_PREFIXES = ['QUE - ', '[[QUE]] - ']

/**
 * Returns the dialect in which the Markdown files are written. A folder with a settings file, or with folders for
 * inquiries and notes, has the layout of this project; any other is read as a folder of another program.
 *
 * @param vault What the files of that other program say.
 */
export const dialectOf = (
  { settings, document }: SiteSettings,
  markdown: readonly FilePath[],
  vault: Vault,
  { nodeTypes, relationTypes }: GraphSchema = NO_SCHEMA,
): Dialect => ({
  program: settings.dialect,
  inquiryPrefix: [
    ...settings.inquiryPrefix,
    ...nodeTypes.flatMap(({ is, prefix }) => (is === 'question' && prefix !== '' ? [prefix] : [])),
    ...QUESTION_PREFIXES,
  ],
  nodeTypes,
  relations: [...settings.relations, ...relationTypes.values()],
  wikilinks: settings.wikilinks,
  typography: settings.typography,
  language: settings.language,
  frames: settings.frames,
  ...(settings.languages !== undefined && { languages: settings.languages }),
  lineBreaks: settings.lineBreaks ?? vault.lineBreaks,
  ...(settings.statuses !== undefined && { statuses: settings.statuses.map(({ name }) => name) }),
  ...(settings.designs !== undefined && { designs: settings.designs.map(({ name }) => name) }),
  ...(vault.preamble !== undefined && { preamble: vault.preamble }),
  hasOwnLayout:
    (document !== undefined && settings.dialect !== 'logseq') ||
    markdown.some((path) => /^(inquiries|notes)\//.test(path)),
})
