/**
 * What a site has in it beside the words of its writers, and whose it is. A test compares it with the files of the
 * demo.
 */

/** What a site has of a package. */
export interface Shipped {
  readonly package: string
  readonly what: string
  /** Matches the files that are its own or have it in them, as paths in the folder of the site. */
  readonly files: readonly RegExp[]
  /** Those files in words, for the documentation. */
  readonly where: string
  /** The file of the package that has the text of its licence. */
  readonly licenceFile: string
  /** The notice that a font states in itself. Not every package of a font repeats it with the licence. */
  readonly copyright?: string
}

const ADOBE = 'http://www.adobe.com/), with Reserved Font Name'

export const SHIPPED: readonly Shipped[] = [
  {
    package: '@fontsource-variable/source-serif-4',
    what: 'Source Serif 4, the font of texts',
    files: [/^_astro\/source-serif-4-[a-z0-9-]+\.[\w-]+\.woff2$/],
    where: '`_astro/source-serif-4-*.woff2`',
    licenceFile: 'LICENSE',
    copyright: `© 2014 - 2021 Adobe Systems Incorporated (${ADOBE} ‘Source’`,
  },
  {
    package: '@fontsource-variable/source-sans-3',
    what: 'Source Sans 3, the font of labels',
    files: [/^_astro\/source-sans-3-[a-z0-9-]+\.[\w-]+\.woff2$/],
    where: '`_astro/source-sans-3-*.woff2`',
    licenceFile: 'LICENSE',
    copyright: `© 2023 Adobe (${ADOBE} ‘Source’`,
  },
  {
    package: '@fontsource/stix-two-math',
    what: 'STIX Two Math, the font of formulas',
    files: [/^_astro\/stix-two-math-[a-z0-9-]+\.[\w-]+\.woff2$/],
    where: '`_astro/stix-two-math-*.woff2`',
    licenceFile: 'LICENSE',
    copyright: 'Copyright 2001-2021 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts)',
  },
  {
    package: 'pagefind',
    what: 'the search engine: its scripts, its WebAssembly, and the index that it made',
    files: [
      /^pagefind\/\d+\/pagefind(-worker)?\.js$/,
      /^pagefind\/\d+\/wasm\.[a-z-]+\.pagefind$/,
      /^pagefind\/\d+\/(pagefind-entry\.json|(fragment\/|index\/|filter\/|pagefind\.)[\w-]+\.pf_\w+)$/,
    ],
    where: '`pagefind/*/`',
    licenceFile: 'LICENSE/LICENSE',
  },
  {
    package: 'fastest-levenshtein',
    what: 'the distance between words, by which the search corrects spelling',
    files: [/^_astro\/spelling\.[\w-]+\.js$/],
    where: '`_astro/spelling.*.js`',
    licenceFile: 'LICENSE.md',
  },
]

/** The files of a site that have only our own code in them. */
export const OWN_FILES: readonly RegExp[] = [
  // Each is named after a file of `src`.
  /^_astro\/[\w-]+(\.astro_astro_type_script_index_\d+_lang)?\.[\w-]+\.js$/,
  /^_astro\/(audit|bases|canvas|code|diagrams|findings|frames|grounds|lists|map|maths|other-scripts|overlays|search-page|source-table|style|what-if)\.[\w-]+\.css$/,
  /^(favicon\.(svg|ico)|(apple-touch-icon|icon-\d+)\.png|licences\.txt|map\.css|(entry|graph)\.schema\.json|\.throughline\.json)$/,
]

/** The files of a site that are made from what writers wrote. */
export const CONTENT_FILES: readonly RegExp[] = [
  /^(?!_astro\/|pagefind\/)[^.]*\.(html|map\.html|md|json|csl\.json|feed\.json|facets\.json|csv|atom|bib|ris)$/,
  /^attachments\//,
  /^(llms|robots)\.txt$/,
  /^(sitemap[\w-]*\.xml|opensearch\.xml|CITATION\.cff|manifest\.webmanifest|_headers)$/,
  /^pagefind\/(manifest\.json|words\.txt)$/,
]
