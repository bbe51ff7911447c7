/** Reads the settings of a site, which also say how its Markdown files are written. */
import { readSettings } from '../../corpus/settings.ts'
import type { Dialect, Settings } from '../../corpus/site-config.ts'
import type { Document, FilePath, Problem } from '../../corpus/vocabulary.ts'
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
}

/**
 * Reads the settings file of a content folder. `THROUGHLINE_MODE` overrides its mode; throws a `UsageError` where that
 * is no mode.
 */
export function readSiteSettings(folder: string): SiteSettings {
  const { document, problems: unread } = readFile(folder, SETTINGS_FILE)
  const { settings, problems } = readSettings(document)
  return {
    settings: { ...settings, mode: modeFromEnvironment() ?? settings.mode },
    problems: [...unread, ...problems],
    document,
  }
}

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
): Dialect => ({
  inquiryPrefix: settings.inquiryPrefix,
  wikilinks: settings.wikilinks,
  typography: settings.typography,
  language: settings.language,
  lineBreaks: settings.lineBreaks ?? vault.lineBreaks,
  ...(vault.preamble !== undefined && { preamble: vault.preamble }),
  hasOwnLayout: document !== undefined || markdown.some((path) => /^(inquiries|notes)\//.test(path)),
})
