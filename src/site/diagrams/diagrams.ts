/** Has the diagrams of a site drawn, and keeps the drawings from run to run. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Drawing, Drawings } from '../../corpus/model/diagrams.ts'
import type { Corpus } from '../../corpus/model/corpus.ts'
import { notice, problem } from '../../corpus/problem.ts'
import { sanitiseSvg } from '../../corpus/svg.ts'
import type { FilePath, Problem } from '../../corpus/vocabulary.ts'
import { setActivity } from '../activity.ts'
import { ByteStore } from '../cache/byte-store.ts'
import { codeDigest } from '../cache/code-digest.ts'
import { digest } from '../cache/digest.ts'
import { contentCache, ROOT } from '../cache/folders.ts'
import { findBrowser } from './find-browser.ts'
import type { Outcome } from './in-page.ts'
import { areDraftsShown } from '../shown-drafts.ts'

/** What is stored of a diagram. */
const storedSchema = z.union([
  z.object({ svg: z.string(), name: z.string(), isWide: z.boolean() }),
  z.object({ fault: z.string(), line: z.number().nullable() }),
])
type Stored = z.infer<typeof storedSchema>

/** The drawings of a corpus, and what is to be said of its diagrams. */
export interface DrawnDiagrams {
  readonly drawings: Drawings
  readonly problems: readonly Problem[]
}

/** A diagram of an entry. */
interface Place {
  readonly path: FilePath
  readonly line: number
  readonly code: string
}

/**
 * Draws the diagrams of public entries. Mermaid and a browser are no part of this project: where either is missing, the
 * code is shown, and one notice says what would draw it.
 */
export class Diagrams {
  readonly #store: ByteStore
  #known = new Map<string, Stored>()
  /** The digests of scripts of Mermaid. A script has some three megabytes, and in dev every change is linked. */
  readonly #versions = new Map<string, string>()

  /** @param folder The content folder, as an absolute path. */
  constructor(folder: string) {
    this.#store = new ByteStore(join(contentCache(folder), 'diagrams'))
  }

  async drawn({ entries, settings }: Pick<Corpus, 'entries' | 'settings'>): Promise<DrawnDiagrams> {
    const places = [...entries.values()].flatMap(({ path, diagrams = [] }) =>
      diagrams.map(({ code, line }): Place => ({ path, line, code })),
    )
    if (places.length === 0 || !settings.mermaid) return { drawings: new Map(), problems: [] }
    const [script, browser] = [findMermaid(), findBrowser()]
    if (script === undefined || browser === undefined)
      return { drawings: new Map(), problems: [undrawn(places, script === undefined ? NO_MERMAID : NO_BROWSER)] }
    const version = this.#versionOf(script)
    const names = new Map(places.map(({ code }) => [code, digest([code, version, codeDigest(ROOT)])]))
    this.#recall(names)
    const due = [...names.keys()].filter((code) => !this.#known.has(code))
    const failure = due.length === 0 ? undefined : await this.#draw(browser, script, due, names)
    const known = [...names.keys()].flatMap((code): [string, Drawing][] => {
      const stored = this.#known.get(code)
      return stored !== undefined && 'svg' in stored ? [[code, stored]] : []
    })
    const left = places.filter(({ code }) => !this.#known.has(code))
    return {
      drawings: new Map(known),
      problems: [
        ...places.flatMap((place) => faultIn(place, this.#known.get(place.code))),
        ...(left.length > 0
          ? [undrawn(left, `the browser did not draw them (${failure ?? 'it takes too long'}). ${REMEDY}`)]
          : []),
      ],
    }
  }

  /** Returns the digest of the script, which is another one in another version. */
  #versionOf(script: string): string {
    const known = this.#versions.get(script) ?? digest(readFileSync(script, 'utf8'))
    this.#versions.set(script, known)
    return known
  }

  /** Reads what is stored of the diagrams, and forgets all others. */
  #recall(names: ReadonlyMap<string, string>): void {
    this.#store.keepOnly(new Set(names.values()))
    const known = new Map<string, Stored>()
    for (const [code, name] of names) {
      const stored = this.#known.get(code) ?? parseStored(this.#store.read(name))
      if (stored !== undefined) known.set(code, stored)
    }
    this.#known = known
  }

  /** @returns Why the browser did not draw, where it did not. */
  async #draw(
    browser: string,
    script: string,
    codes: readonly string[],
    names: ReadonlyMap<string, string>,
  ): Promise<string | undefined> {
    setActivity('drawing diagrams')
    const { drawAll } = await import('./mermaid.ts')
    try {
      await drawAll(browser, script, codes, (index, outcome) => {
        const code = codes[index]!
        const stored = toStored(outcome)
        this.#known.set(code, stored)
        if (!areDraftsShown()) this.#store.write(names.get(code)!, new TextEncoder().encode(JSON.stringify(stored)))
      })
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message.split('\n')[0] : String(error)
    }
  }
}

/**
 * Returns the path of the script of Mermaid, or undefined where it is not installed. `MERMAID_PATH` names another one.
 */
function findMermaid(): string | undefined {
  const own = process.env['MERMAID_PATH']
  if (own !== undefined && own !== '') return existsSync(own) ? own : undefined
  try {
    const script = join(dirname(fileURLToPath(import.meta.resolve('mermaid'))), 'mermaid.min.js')
    return existsSync(script) ? script : undefined
  } catch {
    return undefined
  }
}

function parseStored(bytes: Uint8Array | undefined): Stored | undefined {
  if (bytes === undefined) return undefined
  try {
    return storedSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data
  } catch {
    return undefined
  }
}

/** A drawing that is wider than this scrolls on a phone, because its words would be too small. */
const WIDE = 480

function toStored(outcome: Outcome): Stored {
  if ('fault' in outcome) return outcome
  const { svg, kind, title, description, width } = outcome
  const said = [title.trim() || wordsOf(kind), description.trim()].filter((part) => part !== '')
  return { svg: sanitiseSvg(svg).trim(), name: said.join('. '), isWide: width > WIDE }
}

/**
 * Returns the kind of a diagram in words.
 *
 * @example wordsOf('flowchart-v2') // 'Flowchart'
 */
function wordsOf(kind: string): string {
  const words = kind
    .replace(/[-_ ]?v\d+$/i, '')
    .replace(/Diagram$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  const name = words === 'flowchart' || words === '' ? words || 'diagram' : `${words} diagram`
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Reports a diagram that cannot be drawn. */
function faultIn({ path, line }: Place, stored: Stored | undefined): Problem[] {
  if (stored === undefined || !('fault' in stored)) return []
  const [reason = ''] = stored.fault.split('\n')
  const sentence = `Mermaid cannot draw this diagram: ${reason.replace(/[.:]\s*$/, '')}. Its code is shown. Mend it.`
  return [problem('warning', 'diagram', path, { line: line + (stored.line ?? 0), column: 1 }, sentence)]
}

const REMEDY = '"mermaid: false" in site.yaml says that the code is meant to be shown.'
const NO_MERMAID = `Mermaid is not installed. Run "npm install mermaid" in the folder of this project. ${REMEDY}`
const NO_BROWSER = `no Chromium was found. Install Chromium or Chrome, or name one in BROWSER_PATH. ${REMEDY}`

/** Says once why diagrams are not drawn. */
function undrawn(places: readonly Place[], why: string): Problem {
  const [first] = places
  const what = places.length === 1 ? 'One diagram of Mermaid is' : `${places.length} diagrams of Mermaid are`
  return notice('diagram', first!.path, { line: first!.line, column: 1 }, `${what} shown as code, because ${why}`)
}
