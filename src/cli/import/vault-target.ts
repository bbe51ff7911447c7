/** Reads the site into which a vault is copied, as it reads its files once its settings say how the vault is written. */
import { join } from 'node:path'
import { withQuotesIfNeeded } from '../../corpus/frontmatter/yaml-quotes.ts'
import type { VaultTarget } from '../../corpus/import/vault.ts'
import { statedRelation } from '../../corpus/relation-words.ts'
import { readSettings } from '../../corpus/settings.ts'
import type { Program } from '../../corpus/site-config.ts'
import { Content } from '../../site/content.ts'
import { readDocument } from '../../site/read/content-folder.ts'
import { lineBreaksIn } from '../../site/read/program-marks.ts'
import { dialectOf, SETTINGS_FILE } from '../../site/read/read-settings.ts'
import { writeAtomically } from '../../site/write-atomically.ts'
import { addSettings, hasSetting, type Additions } from '../init/add-settings.ts'
import { firstFiles } from '../init/files.ts'

/** A site, with the settings that it gets. */
export interface Target extends VaultTarget {
  readonly content: Content
  readonly isStrict: boolean
  /** The text of `site.yaml` as it is, and as it will be. */
  readonly before: string | undefined
  readonly after: string
  /** Whole sentences about settings that were added, or that should be. */
  readonly said: readonly string[]
}

/** Reads the site. What the vault needs is added to its settings, unless that would change how other notes look. */
export async function readTarget(folder: string, vault: Content, program: Program): Promise<Target> {
  const content = await Content.read(folder)
  const before = readDocument(folder, SETTINGS_FILE)?.text
  const starters = new Set(firstFiles().map(([, text]) => text))
  const isFresh = content.parsed.every(({ text }) => starters.has(text))
  const written = { ...writtenAs(vault, program), ...declared(vault, content) }
  const missing = Object.fromEntries(Object.entries(written).filter(([name]) => !hasSetting(before ?? '', name)))
  const safe = Object.fromEntries(Object.entries(missing).filter(([name]) => isFresh || name === 'relations'))
  const { text: after } = addSettings(before ?? '', safe)
  const { settings } = readSettings({ path: SETTINGS_FILE, text: after })
  const document = { path: SETTINGS_FILE, text: after }
  const lineBreaks = settings.lineBreaks ?? lineBreaksIn(settings.dialect)
  const dialect = dialectOf({ settings, document, problems: [], seen: undefined }, [], { lineBreaks, problems: [] })
  const { dialect: name, wikilinks, relations, mode } = settings
  return {
    content,
    input: { ...content.linkInput, settings: { ...content.settings, dialect: name, wikilinks, relations } },
    dialect: { ...content.dialect, ...dialect },
    // A folder without settings is lenient, and the first that is written makes it strict.
    isStrict: (before !== undefined || after !== '') && mode === 'strict',
    before,
    after,
    said: Object.entries(missing).map(([key, value]) =>
      key in safe
        ? `Added to ${SETTINGS_FILE}, because the vault is written so: ${key}:${value.replace(/^(?!\n)/, ' ')}`
        : `The vault is written with "${key}: ${value}", and ${SETTINGS_FILE} does not say so. Write it if that suits your other notes.`,
    ),
  }
}

/** Says how the files of the vault are written, as far as sites differ in that. */
const writtenAs = ({ dialect, settings }: Content, program: Program): Additions => ({
  ...(program === 'logseq' ? { dialect: program } : dialect.lineBreaks === 'hard' ? { line_breaks: 'hard' } : {}),
  ...(settings.wikilinks === 'label-first' && { wikilinks: 'label-first' }),
})

/** Declares the relations of the vault that are no roles. */
function declared({ linkInput }: Content, { settings }: Content): Additions {
  const labels = new Map(
    (linkInput.graph?.relations ?? []).flatMap(({ relation: { label, inverse } }) =>
      label === undefined ? [] : [[label, inverse] as const],
    ),
  )
  const lines = [...labels]
    .filter(([label]) => statedRelation(label, settings.relations) === undefined)
    .map(([label, inverse]) => {
      const name = withQuotesIfNeeded(label)
      return `  ${name}: { label: ${name}${inverse === undefined ? '' : `, inverse: ${withQuotesIfNeeded(inverse)}`} }`
    })
  return lines.length === 0 ? {} : { relations: `\n${lines.join('\n')}` }
}

/** Writes the settings where they changed. */
export function writeSettings(folder: string, { before, after }: Target): void {
  if (after !== (before ?? '')) writeAtomically(join(folder, SETTINGS_FILE), after)
}
