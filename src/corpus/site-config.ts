/** This file describes what is said of the whole site: how its files are written, and what `site.yaml` asks for. */

import type { PluggableList } from 'unified'
import type { z } from 'zod'
import type { RelationType } from './relation-words.ts'
import type { Kind, Status, StatusName } from './vocabulary.ts'

/** These are the programs whose way of writing is known. `plain` is Markdown that no other program has marked. */
export const PROGRAMS = [
  'plain',
  'obsidian',
  'logseq',
  'roam',
  'dendron',
  'foam',
  'zettlr',
  'quartz',
  'mkdocs',
  'docusaurus',
  'quarto',
  'pandoc',
  'manubot',
  'jekyll',
] as const

/** A `Program` is a program for which a folder was written. */
export type Program = (typeof PROGRAMS)[number]

/** A `NodeType` is a type of the nodes of a discourse graph, as the settings of its plugin declare it. */
export interface NodeType {
  /** The frontmatter of a node names its type by this id. */
  readonly id: string
  /** The names of such nodes begin with this. It is empty where names do not tell. */
  readonly prefix: string
  /** The names of such nodes end with this. */
  readonly suffix: string
  /** A node of this type asks a question, is a work, or is anything else. */
  readonly is: 'question' | 'source' | 'other'
}

/** An `OwnStatus` is a status of inquiries that a site declares. */
export interface OwnStatus {
  readonly name: StatusName
  /** This is the status of the engine that it counts as, in lists, in the audit and for machines. */
  readonly countsAs: Status
}

/** An `OwnDesign` is a design of studies that a site declares. */
export interface OwnDesign {
  readonly name: string
  /** This says what it means. It is undefined where the site does not say. */
  readonly meaning?: string
}

/** A `Dialect` says how the files of a folder are written, as far as folders differ in that. */
export interface Dialect {
  readonly program: Program
  /** These beginnings of file names mark an inquiry, such as `QUE - `. */
  readonly inquiryPrefix: readonly string[]
  /** This says which comes first in `[[a|b]]`. */
  readonly wikilinks: 'target-first' | 'label-first'
  /** These are the relations that the site and the vault declare beside the roles. */
  readonly relations: readonly RelationType[]
  /** These are the types of nodes that the vault declares, where it is a discourse graph. */
  readonly nodeTypes: readonly NodeType[]
  /** This is true where the folder has the layout of this project, with `inquiries`, `notes` and `pages`. */
  readonly hasOwnLayout: boolean
  /** This is true where citations are footnotes, because the style of the site cites in notes. */
  readonly citesInNotes?: true
  /** This is the language of files that do not say which language they are in, as a BCP 47 tag. */
  readonly language: string
  /** These are the languages that names of files may state. It is undefined where none may. */
  readonly languages?: readonly string[]
  /** With `smart`, straight quotes, `--` and `...` become what a typesetter would set. With `off`, they stay. */
  readonly typography: 'smart' | 'off'
  /** This is TeX that defines commands for the formulas of all files. It is undefined where there is none. */
  readonly preamble?: string
  /** With `hard`, a line break within a paragraph is shown as one. With `soft`, it is a space. */
  readonly lineBreaks: 'soft' | 'hard'
  /** These are the hosts of other sites whose frames a reader may open in a page. */
  readonly frames: readonly string[]
  /** These are the names of the statuses that the site declares. It is undefined where there are none. */
  readonly statuses?: readonly StatusName[]
  /** These are the names of the designs of studies that the site declares. It is undefined where there are none. */
  readonly designs?: readonly string[]
  /** These are the fields that the owner of the site declares. */
  readonly ownFields?: readonly OwnField[]
  /** These are plugins of the owner of the site. */
  readonly plugins?: MarkdownPlugins
}

/** An `OwnField` is a field that the owner of a site declares. */
export interface OwnField {
  readonly name: string
  /** This says how pages name it. */
  readonly label: string
  /** These kinds of entries have it. */
  readonly kinds: readonly Kind[]
  readonly schema: z.ZodType
  readonly isShown: boolean
  readonly isSearchable: boolean
  /** This is true where lists and the search can be narrowed by it. */
  readonly isFilterable: boolean
}

/** An `OwnValue` is what an entry says in such a field, as plain data. */
export interface OwnValue {
  readonly name: string
  readonly label: string
  /** This is the value in words. */
  readonly text: string
  /** These are the items of the value, each in words, where lists and the search can be narrowed by them. */
  readonly values?: readonly string[]
  /** Where it is false, the value is in files for machines, and not on the page. */
  readonly isShown: boolean
  readonly isSearchable: boolean
}

/** `MarkdownPlugins` are plugins of unified that change every text, each attached with its options. */
export interface MarkdownPlugins {
  /** They change the Markdown, after all that is read in it. */
  readonly remark: PluggableList
  /** They change the HTML, before it is sanitised. */
  readonly rehype: PluggableList
}

/**
 * These are rules of the audit that are silent, by their ids, each with the reason. The reason is undefined where none
 * is given.
 */
export type Suppressions = readonly (readonly [rule: string, reason: string | undefined])[]

/** These are the files beside pages that a site may leave out, by the names that `site.yaml` has for them. */
export const ALTERNATES = ['markdown', 'json', 'csv', 'references', 'feeds', 'maps'] as const

/** An `AlternateName` names the files beside pages that are of one kind. */
export type AlternateName = (typeof ALTERNATES)[number]

/** These are the hosts that read redirects from a file of the site. */
export const HOSTS = ['netlify', 'cloudflare', 'vercel', 'apache'] as const

/** A `Host` is one of these hosts. */
export type Host = (typeof HOSTS)[number]

/** `Settings` are what `site.yaml` says of the whole site. */
export interface Settings {
  readonly title: string
  readonly description: string
  /**
   * This is the address of the published site, without a slash at its end. It is undefined where it is not known yet.
   */
  readonly url?: string
  /** This is the path of the site on its host: `/` or `/garden/`. */
  readonly base: string
  readonly author?: string
  /** This is the ORCID of the author, as an address. */
  readonly orcid?: string
  /** This is the e-mail address that is given to the registries of DOIs. It is on no page. */
  readonly mailto?: string
  /** This is the language of the site, as a BCP 47 tag. */
  readonly language: string
  /** These are the languages that names of files may state. It is undefined where none may. */
  readonly languages?: readonly string[]
  readonly licence?: string
  /** This is the address of the git repository of the content. */
  readonly repository?: string
  /** With `true`, the site has the claims of its notes as nanopublications. */
  readonly nanopubs?: boolean
  /** With `off`, pages do not show earlier answers. */
  readonly history: 'on' | 'off'
  /** With `off`, addresses and anchors that entries had in earlier commits lead nowhere. */
  readonly oldAddresses: 'on' | 'off'
  /** In a site of more inquiries, notes and topics than this, no picture is drawn for the links that readers share. */
  readonly sharePictures: number
  /** This is true where the site has a description of itself for archives, as an RO-Crate. */
  readonly roCrate: boolean
  /** These are the files that the site has beside its pages. */
  readonly alternates: readonly AlternateName[]
  /** This is true where browsers keep what readers read, for reading without a connection. */
  readonly offline: boolean
  /** This is where the site is published, if that host reads redirects from a file. */
  readonly host?: Host
  /**
   * With `strict`, a broken link or a wrong field fails the build. With `lenient`, it is reported and every page is
   * built.
   */
  readonly mode: 'strict' | 'lenient'
  /** With `all`, everything but drafts is public. With `marked`, only entries that say `publish: true` are. */
  readonly publish: 'all' | 'marked'
  /**
   * With `remove`, pictures, sounds and films are published without what they say of place, time and people. With
   * `keep`, they are published as they are.
   */
  readonly metadata: 'remove' | 'keep'
  readonly inquiryPrefix: readonly string[]
  /** This is the program for which the folder was written. */
  readonly dialect: Program
  readonly wikilinks: Dialect['wikilinks']
  readonly relations: Dialect['relations']
  /** These are the statuses that the site declares beside those of the engine. */
  readonly statuses?: readonly OwnStatus[]
  /** These are the designs of studies that the site declares beside those of the engine. */
  readonly designs?: readonly OwnDesign[]
  readonly typography: Dialect['typography']
  /** This is undefined where the folder itself says how line breaks are read. */
  readonly lineBreaks?: Dialect['lineBreaks']
  /** This is TeX that defines commands for the formulas of all files. */
  readonly preamble?: string
  /** This is the name of a style that needs no file, or the path of a `.csl` file under the content folder. */
  readonly citationStyle: string
  /**
   * With `sentence`, English titles of BibTeX get small letters, as styles want them. With `written`, they stay as they
   * are.
   */
  readonly titleCase: 'sentence' | 'written'
  readonly frames: Dialect['frames']
  /** Where it is false, diagrams of Mermaid are shown as code. */
  readonly mermaid: boolean
  /** Where it is false, canvases are attachments. */
  readonly canvas: boolean
  /**
   * This is about the page of the audit. With `unlisted`, it is built and nothing links to it. With `listed`, it is
   * linked. With `off`, it is not built and nothing is audited.
   */
  readonly audit: 'unlisted' | 'listed' | 'off'
  /** These are rules of the audit that are silent on the whole site. */
  readonly silenced?: Suppressions
  /** This is true where bases have pages and are shown in entries. */
  readonly bases: boolean
  /** This is the heading over the inquiries that a reader might go on to. Without it, the interface has its own. */
  readonly nextHeading?: string
  /** These are the links at the top of every page. */
  readonly navigation?: readonly { readonly label: string; readonly to: string }[]
}
