/** Knows which files other programs do not publish, by their conventions and by their settings. */
import { parseDocument } from 'yaml'
import type { Program } from '../../corpus/site-config.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'

/** A pattern of files that are not published, and where it comes from. */
export interface UnpublishedRule {
  /**
   * A name, a path from `base`, or a glob, as `.gitignore` has them: a name stands for files and folders at any depth,
   * and a path with a slash in it counts from `base`. A `!` before it takes files out again.
   */
  readonly pattern: string
  /** The folder from which a path counts. It is empty for the content folder itself. */
  readonly base: FilePath
  /** Says why, before a full stop: `Jekyll publishes nothing in "_drafts"`. */
  readonly because: string
  /** Whether pictures and other files may still be shown and linked. */
  readonly onlyEntries?: true
}

const convention = (program: string, pattern: string, what: string): UnpublishedRule => ({
  pattern,
  base: '',
  because: `${program} publishes nothing in "${what}"`,
})

/** Pages whose names begin with an underscore are parts of others. Pictures beside them are shown all the same. */
const parts = (program: string): UnpublishedRule => ({
  pattern: '_*',
  base: '',
  because: `${program} makes no pages of files and folders whose names begin with "_"`,
  onlyEntries: true,
})

/** What programs never publish, whatever their settings. */
export const CONVENTIONS: Readonly<Partial<Record<Program, readonly UnpublishedRule[]>>> = {
  // Copies of notes that were changed or removed (https://docs.logseq.com/#/page/backup).
  logseq: [convention('Logseq', '/logseq', 'logseq')],
  // https://jekyllrb.com/docs/structure/
  jekyll: ['_drafts', '_includes', '_layouts', '_site'].map((name) => convention('Jekyll', name, name)),
  // https://quarto.org/docs/projects/quarto-projects.html#render-targets
  quarto: [parts('Quarto')],
  // https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#exclude
  docusaurus: [parts('Docusaurus')],
}

/** A file in which a program is told what not to publish. */
interface SettingsOfProgram {
  readonly file: FilePath
  readonly read: (text: string) => UnpublishedRule[]
}

/** The files in which programs are told what not to publish. */
export const SETTINGS_OF_PROGRAMS: readonly SettingsOfProgram[] = [
  ...['quartz.config.ts', 'quartz.config.js'].map((file) => ({
    file,
    // Quartz counts paths from its folder `content`, which may be the content folder itself.
    read: (text: string) => {
      const list = /^(?!\s*\/\/).*\bignorePatterns\s*:\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? ''
      return ['content', ''].flatMap((base) => rules(quoted(list), file, 'ignorePatterns', base))
    },
  })),
  ...['mkdocs.yml', 'mkdocs.yaml'].map((file) => ({
    file,
    // https://www.mkdocs.org/user-guide/configuration/#exclude_docs
    read: (text: string) => {
      const { docs_dir: docs, exclude_docs: excluded, draft_docs: drafts } = fieldsIn(text)
      const base = typeof docs === 'string' ? docs.replace(/^\.?\/|\/$/g, '') : 'docs'
      return [
        ...rules(linesIn(excluded), file, 'exclude_docs', base),
        ...rules(linesIn(drafts), file, 'draft_docs', base),
      ]
    },
  })),
  ...['_config.yml', '_config.yaml'].map((file) => ({
    file,
    read: (text: string) => rules(textsIn(fieldsIn(text)['exclude']), file, 'exclude'),
  })),
  ...['_quarto.yml', '_quarto.yaml'].map((file) => ({
    file,
    // https://quarto.org/docs/websites/website-drafts.html
    read: (text: string) => {
      const { website } = fieldsIn(text)
      const drafts = isMapping(website) ? textsIn(website['drafts']) : []
      return rules(
        drafts.map((path) => `/${path}`),
        file,
        'drafts',
      )
    },
  })),
  {
    file: '.obsidian/publish.json',
    read: (text) =>
      rules(
        textsIn(fieldsIn(text)['excluded']).map((path) => `/${path}`),
        '.obsidian/publish.json',
        'excluded',
      ),
  },
  // Templates are notes in which nothing is written yet.
  templatesOf('.obsidian/templates.json', 'folder'),
  templatesOf('.obsidian/plugins/templater-obsidian/data.json', 'templates_folder'),
  {
    file: 'logseq/config.edn',
    read: (text) => {
      const list = /^(?!\s*;).*:hidden\s*\[([^\]]*)\]/m.exec(text)?.[1] ?? ''
      return rules(
        quoted(list).map((path) => path.replace(/^\/?/, '/')),
        'logseq/config.edn',
        ':hidden',
      )
    },
  },
]

/** Reads which folder holds the templates of a vault. Pictures in it may be shown. */
function templatesOf(file: FilePath, key: string): SettingsOfProgram {
  const read = (text: string): UnpublishedRule[] => {
    const folders = textsIn(fieldsIn(text)[key]).map((folder) => `/${folder.replace(/^\/+|\/+$/g, '')}`)
    return rules(folders, file, key).map((rule) => ({ ...rule, onlyEntries: true }))
  }
  return { file, read }
}

/** Makes rules of patterns. Hidden files are not read anyway, and no pattern may leave the folder. */
function rules(patterns: readonly string[], file: FilePath, key: string, base: FilePath = ''): UnpublishedRule[] {
  return patterns
    .filter((pattern) => !/^!?\/?(?:\.|$)/.test(pattern))
    .map((pattern) => ({ pattern, base, because: `"${key}" in ${file} names "${pattern.replace(/^\//, '')}"` }))
}

/** Returns the texts in quotation marks of a list as programs write it, without those behind a comment. */
const quoted = (list: string): string[] =>
  [...list.replace(/(?:\/\/|;).*$/gm, '').matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, one, other]) => one ?? other!)

type Mapping = Readonly<Record<string, unknown>>

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the fields of YAML or JSON. There are none where it is neither. */
function fieldsIn(text: string): Mapping {
  try {
    const value: unknown = parseDocument(text, { logLevel: 'silent', uniqueKeys: false }).toJS({ maxAliasCount: 100 })
    return isMapping(value) ? value : {}
  } catch {
    return {}
  }
}

const textsIn = (value: unknown): string[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []))

/** Returns the patterns of a text as `.gitignore` has them. */
const linesIn = (value: unknown): string[] =>
  typeof value !== 'string'
    ? []
    : value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'))
