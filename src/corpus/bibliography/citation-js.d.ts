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
  export const plugins: { readonly config: { get(plugin: '@csl'): CslConfig } }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
