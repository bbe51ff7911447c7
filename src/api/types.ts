/**
 * The types of the public module `throughline/corpus`. They are apart from those of the engine, which may change with
 * every version; these change only with a major one. Files are named by their paths under the content folder, such as
 * `notes/a.md`.
 */

/** All that is public in a content folder, with every link resolved. Drafts are not in it. */
export interface Corpus {
  /** The content folder, as an absolute path. */
  readonly folder: string
  /** The title of the site. */
  readonly title: string
  /** The entries, in the order of their paths. */
  readonly entries: readonly Entry[]
  /** How notes bear on inquiries. There is one for each pair of the two. */
  readonly evidence: readonly Evidence[]
  /** The other relations that entries state of each other. */
  readonly relations: readonly Relation[]
  /** The works that entries are drawn from or cite, in the order of their keys. */
  readonly works: readonly Work[]
  /** What is wrong in the files, in the order of files and lines. */
  readonly problems: readonly Problem[]
  /** What the audit finds, in the same order. */
  readonly findings: readonly Problem[]
  /** Returns the entry of a file, or undefined where it is none. */
  readonly get: (path: string) => Entry | undefined
}

/** An inquiry, a note, another page or a canvas. */
export interface Entry {
  readonly kind: 'inquiry' | 'note' | 'page' | 'canvas'
  readonly path: string
  readonly title: string
  /** The path of its page under the base of the site, such as `/notes/a/`. */
  readonly address: string
  readonly aliases: readonly string[]
  readonly topics: readonly string[]
  /** A day, a month or a year, as exact as it was written: `2026-11-23`, `2026-11`, `2026`. */
  readonly created?: string
  readonly updated?: string
  /** Of an inquiry, its status and the state of its answer, in Markdown. */
  readonly status?: string
  readonly answer?: string
  /** Of a note, what its source shows, in Markdown, and words of the source. */
  readonly claim?: string
  readonly quote?: string
  /** Of a note, the keys of the works that it is drawn from. A work that is written into it has none. */
  readonly sources?: readonly string[]
  /** Fields that the site declares in `throughline.config.ts`, each value in words. */
  readonly fields: Readonly<Record<string, string>>
  /** The whole file. */
  readonly text: string
  /** What its text links to, in the order of the text. */
  readonly links: readonly Link[]
  /** The links of other entries that lead to it, in the order of their paths. */
  readonly backlinks: readonly Backlink[]
}

/** A link, an embed or a citation in the text of an entry. */
export interface Link {
  /** What is linked, as it is written. */
  readonly written: string
  /** Whether it leads to an entry, another file, a work, a topic or an address, or to nothing that is public. */
  readonly leadsTo: 'entry' | 'file' | 'work' | 'topic' | 'address' | 'nothing'
  /** The path of the entry or the file, the key of the work or the topic, or the address. */
  readonly to?: string
  /** Where it begins, both counted from 1. */
  readonly line: number
  readonly column: number
}

/** A link that leads to an entry. */
export interface Backlink {
  /** The entry in whose text it is. */
  readonly from: string
  readonly line: number
  readonly column: number
}

/** How a note bears on an inquiry. */
export interface Evidence {
  readonly note: string
  readonly inquiry: string
  /** `none` where the note names the inquiry without a role. Undefined where only the essay names the note. */
  readonly role?: 'supports' | 'disputes' | 'qualifies' | 'extends' | 'background' | 'none'
  /** A line that says how, in Markdown. */
  readonly because?: string
}

/** A relation that an entry states of another one. */
export interface Relation {
  readonly from: string
  readonly to: string
  readonly role?: 'supports' | 'disputes' | 'qualifies' | 'extends' | 'background'
  /** The label of a relation that the site declares. */
  readonly label?: string
}

/** A work that entries are drawn from or cite. */
export interface Work {
  /** Its key in the bibliography. A work that is written into notes has one that stands for it. */
  readonly key: string
  readonly title: string
  readonly year?: number
  readonly doi?: string
}

/** An error or a warning of `check`, or a notice of the audit. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'notice'
  /** The rule that explains it, such as `link-missing`. */
  readonly rule: string
  readonly file: string
  /** Where it is, both counted from 1. */
  readonly line: number
  readonly column: number
  /** What is wrong, and the remedy. */
  readonly message: string
}
