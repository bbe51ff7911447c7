/** This file reads `site.yaml`. Every field has a default, so a folder without that file is a site too. */
import { z } from 'zod'
import { readFields } from './frontmatter/fields.ts'
import { pointOf } from './frontmatter/position.ts'
import { readYaml } from './frontmatter/yaml.ts'
import { relations } from './declared-relations.ts'
import { ownDesigns } from './own-designs.ts'
import { ownStatuses } from './own-statuses.ts'
import { pictureLimit } from './picture-limit.ts'
import { siteAlternates } from './site-alternates.ts'
import { suppressions } from './schema/names.ts'
import { isEmpty, kindOf, listOf, oneOf, optional, requiredText, text } from './schema/text.ts'
import { flag, language, requiredLanguage } from './schema/typed.ts'
import { problem } from './problem.ts'
import { ALTERNATES, HOSTS, PROGRAMS, type Settings } from './site-config.ts'
import { frameHost, mailAddress, navigationTarget, orcidAddress, repositoryAddress, siteAddress } from './site-urls.ts'
import type { Document, Problem } from './vocabulary.ts'

/** This schema describes `site.yaml`. The description of each field is its user documentation. */
export const settingsSchema = z.object({
  title: text.describe('Name of the site, shown at the top of every page.'),
  description: text.describe('One sentence that says what the site is about.'),
  url: siteAddress.describe('Address it is published at, such as https://example.org/garden.'),
  author: text.describe('Whose site it is.'),
  orcid: orcidAddress.describe('ORCID of the author, such as 0000-0002-1825-0097.'),
  mailto: mailAddress.describe(
    'E-mail address that `npm run refresh` gives to the registries it asks, which serve those faster who give one. It is on no page.',
  ),
  language: language.describe('Language of the text, as a BCP 47 tag: en, de, pt-BR.'),
  languages: listOf(requiredLanguage)
    .optional()
    .describe(
      'Languages of the text, where files say theirs by their names: with `[en, de]`, `learning.de.md` and `de/learning.md` are German, and translations of `learning.md`. By default no name says it.',
    ),
  licence: text.describe('Licence of the text, shown at the foot of every page.'),
  repository: repositoryAddress.describe(
    'Address of the git repository of the content on the web, such as https://example.org/ann/garden.',
  ),
  history: optional(oneOf(['on', 'off'])).describe(
    'off: pages show neither when their answers changed nor the commit they are at, which are read from git otherwise.',
  ),
  oldAddresses: optional(oneOf(['on', 'off'])).describe(
    'off: no page leads on from an address that an entry had in an earlier commit, before its file was renamed, and no heading keeps ' +
      'the anchor that it had before it was reworded.',
  ),
  sharePictures: pictureLimit.describe(
    'With `url`, each inquiry, note and topic has a picture that is shown where somebody shares its link. off: there are ' +
      'none. A number: there are, in a site of so many at most. By default 500. Each takes a build some 0.07 seconds when it is new.',
  ),
  roCrate: flag.describe(
    'true: the site has `ro-crate-metadata.json`, which describes its pages, works and relations for archives (RO-Crate). The copy of ' +
      '`build --single` always has it.',
  ),
  alternates: siteAlternates.describe(
    'Files that the site has beside its pages: all, none, or a list of these. markdown: the text of each entry. json: its facts. csv: the ' +
      'evidence of each inquiry. references: each entry and work for reference managers (BibTeX, RIS, CSL-JSON). feeds: a feed of each ' +
      'inquiry and topic; those of the whole site are always there. maps: the map around each entry. By default all.',
  ),
  offline: flag.describe(
    'true: browsers keep the pages that a reader reads, and the search once it was used, so that both work without a connection.',
  ),
  host: optional(oneOf(HOSTS)).describe(
    'Where the site is published: netlify, cloudflare, vercel or apache. Old addresses are then redirects of the host too, in ' +
      'the file that it reads (`_redirects`, `vercel.json` or `.htaccess`).',
  ),
  mode: optional(oneOf(['strict', 'lenient'])).describe(
    'strict: a broken link or a wrong field fails the build. lenient: it is reported, and every page is built.',
  ),
  publish: optional(oneOf(['all', 'marked'])).describe('marked: only entries that say `publish: true` are public.'),
  metadata: optional(oneOf(['remove', 'keep'])).describe(
    'remove: pictures, sounds and films are published without what they say of place, time and people. keep: they are ' +
      'published as they are.',
  ),
  inquiryPrefix: listOf(requiredText('Write the beginning of file names.'))
    .optional()
    .describe('Beginnings of file names that mark an inquiry, such as "QUE - ".'),
  dialect: optional(oneOf(PROGRAMS)).describe(
    'The program for which the folder was written. By default it is found by the files that programs leave, such as `logseq/config.edn`.',
  ),
  wikilinks: optional(oneOf(['target-first', 'label-first'])).describe('Which comes first in `[[a|b]]`.'),
  relations: relations.describe(
    'Relations beside the roles, by the names that fields have for them, each with its label, the label from the other ' +
      'end, and the role it counts as, if any: `uses: { label: uses, inverse: used in, role: background }`.',
  ),
  statuses: ownStatuses.describe(
    'Statuses of inquiries beside open, leaning, settled and superseded, by their names, each with the one of these that ' +
      'it counts as: `contested: open`.',
  ),
  designs: ownDesigns.describe(
    'Designs of studies beside those of the engine, by their names, each with what it means: ' +
      '`ablation: One part at a time was taken out, to see what is lost.`',
  ),
  typography: optional(oneOf(['smart', 'off'])).describe(
    'smart: straight quotes, `--` and `...` in prose are set as quotes, dashes and an ellipsis. off: they stay.',
  ),
  lineBreaks: optional(oneOf(['soft', 'hard'])).describe(
    'hard: a line break within a paragraph is shown as one. soft: it is a space, as in CommonMark. By default as ' +
      'Obsidian is set (`strictLineBreaks` in `.obsidian/app.json`), hard in other vaults of Obsidian, Logseq and Roam, as the ' +
      'plugin `HardLineBreaks` says in Quartz, and soft everywhere else.',
  ),
  preamble: text.describe(
    'TeX that defines commands for the formulas of all files, such as `\\newcommand{\\R}{\\mathbb{R}}`. It comes after ' +
      'what a file `preamble.sty` in the content folder defines.',
  ),
  citationStyle: text.describe(
    'How references are written: apa, vancouver or harvard1, or a style of CSL in the content folder, by its file name: nature.csl.',
  ),
  titleCase: optional(oneOf(['sentence', 'written'])).describe(
    'sentence: English titles of references.bib get small letters, as citation styles want them, but words in braces and ' +
      'titles that have small letters already stay. written: all stay as they are.',
  ),
  frames: listOf(frameHost)
    .optional()
    .describe(
      'Hosts whose frames (`<iframe>`) a reader may open in the page, such as `www.youtube-nocookie.com`. Nothing is ' +
        'loaded before that. By default there are none, and each frame is a link.',
    ),
  mermaid: flag.describe(
    'false: diagrams of Mermaid are shown as code. By default a build draws them where Mermaid and Chromium are installed.',
  ),
  canvas: flag.describe(
    'false: a canvas (`.canvas`) is a file to download where an entry links to it. By default each has a page.',
  ),
  nanopubs: flag.describe(
    'true: `/nanopubs.trig` has the claim of every note as a nanopublication, with a digest by which it can be cited for good.',
  ),
  audit: optional(oneOf(['unlisted', 'listed', 'off'])).describe(
    'The page of the audit, /audit/. unlisted: it is built, and neither linked nor found by search engines. listed: it is. off: nothing is audited.',
  ),
  silenced: suppressions.describe(
    'Rules of the audit that are silent on the whole site, each with the reason why, such as `source-unused: The bibliography is my whole library.`',
  ),
  bases: flag.describe(
    'false: `.base` files of Obsidian are files like others, and blocks of code with the language `base` are code. ' +
      'true: their views are shown.',
  ),
  nextHeading: text.describe(
    'The heading over the inquiries that a reader might go on to, such as `Next questions`. By default: Next inquiring lines, in the language of the site.',
  ),
  navigation: listOf(
    z.object(
      { label: requiredText('Say what the link reads.'), to: navigationTarget },
      {
        error: (issue) =>
          `must say a label and where it leads, as in "label: About", and it is ${kindOf(issue.input)}.`,
      },
    ),
  )
    .optional()
    .describe(
      'Links at the top of every page, each a label and where it leads: a path of the site, or an address that ' +
        'begins with https:// or mailto:. By default the sections and the pages.',
    ),
})

/** These are the settings of a folder without a `site.yaml`. */
export const DEFAULT_SETTINGS: Settings = {
  title: 'Research notes',
  description: 'Questions, and the evidence for their answers.',
  base: '/',
  language: 'en',
  // A folder without a `site.yaml` was written for another tool, so its broken links do not fail the build.
  mode: 'lenient',
  publish: 'all',
  metadata: 'remove',
  history: 'on',
  oldAddresses: 'on',
  sharePictures: 500,
  roCrate: false,
  alternates: ALTERNATES,
  offline: false,
  inquiryPrefix: [],
  dialect: 'plain',
  wikilinks: 'target-first',
  relations: [],
  typography: 'smart',
  citationStyle: 'apa',
  titleCase: 'sentence',
  frames: [],
  canvas: true,
  mermaid: true,
  audit: 'unlisted',
  bases: true,
}

/** A `SettingsReading` is what came of the settings file. */
interface SettingsReading {
  readonly settings: Settings
  /** These are the names of the fields that the file states. The others have their defaults. */
  readonly stated: ReadonlySet<string>
  readonly problems: readonly Problem[]
}

/**
 * Reads the settings of the site. Fields that are missing or empty get their defaults.
 *
 * @param document The file `site.yaml`, or undefined where there is none.
 */
export function readSettings(document: Document | undefined): SettingsReading {
  if (document === undefined) return { settings: DEFAULT_SETTINGS, stated: new Set(), problems: [] }
  const { value, problems } = readYaml(document.path, document.text, SETTINGS)
  const fields = readFields(document, settingsSchema, value)
  const given = Object.fromEntries(Object.entries(fields.data).filter(([, each]) => each !== undefined && each !== ''))
  const url = fields.data.url?.replace(/(?<!\/)\/+$/, '')
  return {
    stated: new Set(Object.keys(given)),
    settings: {
      ...DEFAULT_SETTINGS,
      mode: 'strict',
      ...given,
      // A word that is not understood asked for something else than that everything is public.
      ...(isEmpty(value.publish) || fields.data.publish !== undefined ? {} : { publish: 'marked' as const }),
      ...(url !== undefined && { url }),
      base: basePath(url),
    },
    problems: [...problems, ...fields.problems, ...fields.unread.map((key) => unreadSetting(document, key))],
  }
}

/** Reports a setting that there is not. */
function unreadSetting(document: Document, key: string): Problem {
  const sentence = `There is no setting "${key}", so it changes nothing. docs/fields.md lists the settings; take it out.`
  return problem('warning', 'field-unread', document.path, pointOf(document, [key], 'key'), sentence)
}

/** A settings file is YAML from its first line on, without a line of `---` before it. */
const SETTINGS = { what: 'settings', firstLine: 1 }

/** Gives the path part of the site's address, with a slash at both ends. */
function basePath(url: string | undefined): string {
  const path = url !== undefined && URL.canParse(url) ? new URL(url).pathname : '/'
  return path.endsWith('/') ? path : `${path}/`
}
