/** Random edits of a content folder, saved in the ways in which people and their editors save. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { appendFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { ROLES } from '../../src/corpus/vocabulary.ts'

const BROKEN = 'title: "never closed'

type Change = (text: string, value: number) => string

/** What an edit makes of the text of an entry. */
const CHANGES = {
  title: (text, value) => text.replace(/^title: .*$/m, `title: Title ${value}`),
  body: (text, value) => `${text.replace(/\n\nAdded [^]*$/, '')}\n\nAdded ${value}: [[few-templates-elicit-maths]].\n`,
  role: (text, value) => text.replace(/role: \w+/, `role: ${ROLES[value % ROLES.length]!}`),
  draft: (text) => (isDraft(text) ? withoutDraft(text) : text.replace('---\n', '---\ndraft: true\n')),
  broken: (text) => text.replace(/^title: .*$/m, BROKEN),
} satisfies Readonly<Record<string, Change>>

const isDraft = (text: string): boolean => text.includes('\ndraft: true\n')
const withoutDraft = (text: string): string => text.replace('draft: true\n', '')

const OTHER_KINDS = ['delete', 'rename', 'add', 'moveFolder', 'replaceFolder', 'restore', 'work', 'site'] as const

/** One edit. Which file it is about, and what it writes, depends on the files that there are when it is made. */
export interface Save {
  readonly kind: keyof typeof CHANGES | (typeof OTHER_KINDS)[number]
  readonly at: number
  readonly value: number
  /** At once, as another file that takes the name of the first, or in two pieces. */
  readonly way: 'whole' | 'replaced' | 'pieces'
  /** The milliseconds from this edit to the next. */
  readonly pause: number
}

export const anySave = (): fc.Arbitrary<Save> =>
  fc.noBias(
    fc.record({
      kind: fc.constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[]), ...OTHER_KINDS),
      at: fc.nat(999),
      value: fc.nat(9),
      way: fc.constantFrom('whole', 'replaced', 'pieces'),
      pause: fc.nat(60),
    }),
  )

/** A content folder in which edits are made, and a copy that keeps what it held at first. */
export class EditedFolder {
  readonly #folder: string
  readonly #original: string
  /** Every Markdown file that there ever was, by its path. */
  readonly seen = new Set<string>()

  constructor(folder: string, original: string) {
    this.#folder = folder
    this.#original = original
  }

  async save({ kind, at, value, way, pause }: Save): Promise<void> {
    const paths = this.#look()
    const path = paths[at % paths.length]!
    const put = (name: string, text: string): Promise<void> => write(join(this.#folder, name), text, way)
    if (kind === 'delete') rmSync(join(this.#folder, path))
    else if (kind === 'rename') this.#move(path, join(dirname(path), `renamed-${value}.md`))
    else if (kind === 'moveFolder') this.#move(`notes/folder-${value % 3}`, `notes/folder-${at % 3}`)
    else if (kind === 'replaceFolder') {
      rmSync(join(this.#folder, `notes/folder-${value % 3}`), { recursive: true, force: true })
      await put(`notes/folder-${value % 3}/added-${at % 9}.md`, added(at % 9))
    } else if (kind === 'add') await put(`notes/${at % 2 ? '' : `folder-${value % 3}/`}added-${value}.md`, added(value))
    else if (kind === 'restore') await put(path, this.#originalOf(path) ?? added(value))
    else if (kind === 'work')
      await put('references.bib', this.#read('references.bib').replace(/title = \{.*\}/, `title = {Work ${value}}`))
    else if (kind === 'site')
      await put('site.yaml', this.#read('site.yaml').replace(/^description: .*$/m, `description: Site ${value}`))
    else await put(path, CHANGES[kind](this.#read(path), value))
    this.#look()
    await setTimeout(pause)
  }

  /**
   * Brings back what other files need, and mends what is broken, so that the folder can be built strictly. Nothing else
   * is written, because that would hide that an edit was not noticed.
   */
  async mend(): Promise<void> {
    for (const path of new Set([...this.#look(), ...markdownIn(this.#original)])) {
      const text = existsSync(join(this.#folder, path)) ? this.#read(path) : undefined
      const mended = withoutDraft(text ?? this.#originalOf(path)!).replace(BROKEN, 'title: Mended')
      if (mended !== text) await write(join(this.#folder, path), mended, 'whole')
    }
  }

  /** Lists the Markdown files that there are now. */
  #look(): string[] {
    const paths = markdownIn(this.#folder)
    for (const path of paths) this.seen.add(path)
    return paths
  }

  #read = (path: string): string => readFileSync(join(this.#folder, path), 'utf8')

  #originalOf(path: string): string | undefined {
    const file = join(this.#original, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }

  /** Moves a file, or a folder that is there and whose new name is free. */
  #move(from: string, to: string): void {
    const [whole, target] = [join(this.#folder, from), join(this.#folder, to)]
    if (existsSync(whole) && (from.endsWith('.md') || !existsSync(target))) renameSync(whole, target)
  }
}

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()

const added = (value: number): string =>
  `---\ntitle: Added ${value}\ninquiries:\n  - inquiry: how-few\n    role: supports\n---\nIt cites [[imitation-copies-style]].\n`

async function write(file: string, text: string, way: Save['way']): Promise<void> {
  mkdirSync(dirname(file), { recursive: true })
  const half = Math.floor(text.length / 2)
  if (way === 'whole') await writeFile(file, text)
  else if (way === 'replaced') {
    const other = join(dirname(file), `${basename(file)}.new`)
    await writeFile(other, text)
    await rename(other, file)
  } else {
    await writeFile(file, text.slice(0, half))
    await setTimeout(5)
    await appendFile(file, text.slice(half))
  }
}
