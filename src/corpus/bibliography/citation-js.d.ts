/** Citation.js has no types of its own. These are the types of the parts that this project uses. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean })
    readonly data: unknown[]
    format(kind: 'data', options: { format: 'object' }): unknown[]
  }
  interface Styles {
    has(name: string): boolean
    get(name: string): string
    add(name: string, xml: string): void
  }
  interface CslConfig {
    readonly styles: Styles
    readonly locales: Styles
  }
  /** These are the commands of LaTeX that are known, by their names, and the forms in which fields are read. */
  interface BibtexConstants {
    /** The texts that BibTeX files may use without a definition, such as the names of months. */
    readonly defaultStrings: Record<string, string>
    readonly fieldTypes: Record<string, readonly string[]>
    readonly commands: Record<string, string>
    readonly mathCommands: Record<string, string>
    readonly diacritics: Record<string, string>
    readonly formattingEnvs: Record<string, string | undefined>
    readonly formattingCommands: Record<string, string | undefined>
    readonly argumentCommands: Record<string, (...words: string[]) => string>
  }
  interface BibtexConfig {
    readonly constants: BibtexConstants
    readonly parse: { sentenceCase: 'always' | 'english' | 'never' }
  }
  export const plugins: {
    readonly config: { get(plugin: '@csl'): CslConfig; get(plugin: '@bibtex'): BibtexConfig }
    /** Reads data that are of a type, without finding out of which they are. */
    readonly input: { data(data: unknown, type: '@biblatex/text' | '@biblatex/entries+list'): unknown[] }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
