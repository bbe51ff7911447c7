/** Citation.js ships no types; these are the parts we use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown, options?: { generateGraph?: boolean })
    readonly data: unknown[]
    format(kind: 'bibliography', options: { format: string; template: string; lang: string }): string
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
