/** citeproc-js has no types of its own. These are the types of the parts that this project uses. */
declare module 'citeproc' {
  /** This says how a work is told apart from others: with which names, initials and letter after the year. */
  export interface AmbigConfig {
    names: number[]
    givens: number[][]
    year_suffix: false | string
    disambiguate: number | boolean
    maxvals?: number[]
    minval?: number
  }
  export interface RegistryItem {
    id: string
    seq: number
    offset: number
    disambig: AmbigConfig
    ref: object
    [field: string]: unknown
  }
  export interface CiteItem {
    id: string
    locator?: string
    label?: string
    prefix?: string
    suffix?: string
    'suppress-author'?: boolean
    'author-only'?: boolean
    sortkeys?: unknown
    position?: number
    [field: string]: unknown
  }
  export interface CitationData {
    citationID: string
    citationItems: CiteItem[]
    properties: { noteIndex: number; mode?: string; infix?: string }
    sortedItems?: [item: object, cite: CiteItem][]
  }
  /** This tells how much of a name is written: 0 for the family name, 1 with initials, 2 with the given names. */
  export interface NameRegister {
    addname(id: string, name: object, position: number): void
    /** Takes out works, and gives the other works that have the same names. */
    delitems(ids: unknown): object
    evalname(
      id: string,
      name: object,
      position: number,
      least: number,
      form: string | undefined,
      initials: string | undefined,
    ): number
  }
  export interface Engine {
    registry: {
      registry: Record<string, RegistryItem>
      authorstrings: Record<string, string>
      namereg: NameRegister
      constructor: new (engine: Engine) => Engine['registry']
    }
    disambiguate: { constructor: new (engine: Engine) => Engine['disambiguate'] }
    opt: { grouped_sort: boolean }
    tmp: {
      authorstring_request: boolean
      have_collapsed: boolean
      loadedItemIDs: Record<string, boolean>
      /** These are the languages of a work: its own, and that of the engine. */
      lang_array?: string[]
      jump: { replace(value: string): void }
      constructor: new () => Engine['tmp']
    }
    output: { adjust: object; constructor: new (engine: Engine) => Engine['output'] }
    citation: {
      opt: {
        layout_prefix: string
        layout_suffix: string
        layout_decorations: [name: string, value: string][]
        collapse?: string
        cite_group_delimiter?: string
        'after-collapse-delimiter'?: string
      }
      srt: { compareCompositeKeys(a: [object, CiteItem], b: [object, CiteItem]): number }
    }
    citation_sort: { tokens: unknown[] }
    /** This project sets it: the delimiters between works then have marks at their ends. */
    marksDelimiters?: boolean
    retrieveItem(id: string): object
    updateItems(ids: string[], isUnsorted?: boolean): string[]
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
    rebuildProcessorState(citations: CitationData[], format: string, uncited: string[]): [string, number, string][]
    getTerm(name: string, form?: string, plural?: number): string
  }
  /** This is a part of a style as the processor runs it. */
  export interface Token {
    readonly next: number
    readonly succeed: number
    readonly fail: number
    readonly execs: readonly ((this: Token, engine: Engine, work: object, cite?: object) => number | undefined)[]
    readonly test?: (work: object, cite?: object) => boolean
  }
  /** This is a piece of output: a text, or other pieces. */
  export interface Blob {
    readonly blobs: string | readonly Blob[]
  }
  interface FlipFlopper {
    processTags: (blob: Blob) => void
  }
  interface Sys {
    retrieveItem(id: string): object
    retrieveLocale(language: string): string | undefined
  }
  interface Citeproc {
    Engine: new (sys: Sys, style: string, language: string, forced: boolean) => Engine
    AmbigConfig: new () => AmbigConfig
    cloneAmbigConfig(config: AmbigConfig): AmbigConfig
    getSortKeys: (this: Engine, item: object, area: string) => (string | false)[]
    getAmbiguousCite: (this: Engine, item: object, state: AmbigConfig) => string
    getCitationCluster: (this: Engine, items: [object, CiteItem][]) => string
    getSpliceDelimiter: (this: Engine, hadLocator: boolean, hadCollapsed: boolean, index: number) => string
    toLocaleLowerCase: (this: Engine, text: string) => string
    toLocaleUpperCase: (this: Engine, text: string) => string
    tokenExec: (this: Engine, token: Token, work: object, cite?: object) => number
    Output: { Formats: { html: { text_escape: (text?: string) => string } } }
    Util: { FlipFlopper: (this: FlipFlopper, engine: Engine) => void }
    ROMANESQUE_REGEXP: RegExp
    ROMANESQUE_NOT_REGEXP: RegExp
    STARTSWITH_ROMANESQUE_REGEXP: RegExp
    ENDSWITH_ROMANESQUE_REGEXP: RegExp
    ALL_ROMANESQUE_REGEXP: RegExp
  }
  const CSL: Citeproc
  export default CSL
}
