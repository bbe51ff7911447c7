/**
 * The rules for imports between the folders of `src`. Imports run one way, those of types included, and no import is
 * circular. `npm run lint` checks the rules. eslint.config.js has the same rules for Astro's components, which this
 * program does not read.
 */

/**
 * The modules of the core, which are folders and single files of `src/corpus`, in the order of their dependencies. Each
 * may import only modules that come before it. A new file or folder of `src/corpus` needs a line here. If no line fits,
 * then either the file is in the wrong folder or this order is wrong.
 */
export const CORPUS_ORDER = [
  'vocabulary',
  'compare',
  'comparable',
  'suggest',
  'written-as',
  'problem-rules',
  'problem',
  'dates',
  'language',
  'relation-words',
  'doi',
  'site-config',
  'schema',
  'frontmatter',
  'model',
  'words',
  'cite-key',
  'topic-key',
  'orcid',
  'block-reference',
  'work-identifier',
  'line-index',
  'own-fields',
  'site-urls',
  'declared-relations',
  'own-statuses',
  'own-designs',
  'picture-limit',
  'site-alternates',
  'settings',
  'discourse-graph',
  'updates',
  'names',
  'escape-html',
  'walk',
  'svg',
  'evidence-field',
  'what-if',
  'attachments',
  'bibliography',
  'quotes',
  'address',
  'own-language',
  'pagination',
  'list-addresses',
  'grounds-address',
  'figures',
  'mdast',
  'typography',
  'tex',
  'hast',
  'markdown',
  'parse-fields',
  'canvas',
  'parse',
  'bases',
  'link',
  'rename',
  'new-entry',
  'import',
  'history',
  'maps',
  'render',
  'grounds',
  'findings',
  'lists',
  'share-picture',
  'exports',
  'paper',
  'redirects',
  'search',
  'audit',
  'json-schema',
]

/**
 * The folders of `src` around the core, and the folders that each may import. No folder may import one that is not
 * named for it.
 */
const ALLOWED_IMPORTS = {
  config: [],
  api: ['corpus', 'site'],
  site: ['corpus', 'config'],
  client: ['corpus', 'site'],
  components: ['corpus', 'site', 'client'],
  layouts: ['corpus', 'site', 'components', 'client', 'styles'],
  pages: ['corpus', 'site', 'layouts', 'components', 'client'],
  build: ['corpus', 'site'],
  integrations: ['corpus', 'site', 'build'],
  lsp: ['corpus', 'site'],
  mcp: ['corpus', 'site'],
  cli: ['corpus', 'site', 'build', 'lsp', 'mcp'],
}

/**
 * Returns a pattern for the paths of modules of the core.
 *
 * @param {readonly string[]} modules
 */
const corpusModules = (modules) => `^src/corpus/(${modules.join('|')})(/|[.]ts$)`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Files that import each other can only be understood together. Move what both need to a third file.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'corpus-module-unknown',
      severity: 'error',
      comment: 'This module of src/corpus is not in CORPUS_ORDER. Add it there, after all modules that it imports.',
      from: { path: '^src/corpus/', pathNot: corpusModules(CORPUS_ORDER) },
      to: {},
    },
    ...CORPUS_ORDER.slice(0, -1).map((module, index) => ({
      name: `corpus-order-${module}`,
      severity: 'error',
      comment: `In CORPUS_ORDER, ${module} comes before a module that it imports. Move the imported code, or ${module}.`,
      from: { path: corpusModules([module]) },
      to: { path: corpusModules(CORPUS_ORDER.slice(index + 1)) },
    })),
    {
      name: 'corpus-is-pure',
      severity: 'error',
      comment: 'The core uses no disk, clock or network, so it imports neither Node, Astro nor other folders of src.',
      from: { path: '^src/corpus/' },
      to: { path: '^src/(?!corpus/)|^(node:|fs$|path$)|node_modules/astro/' },
    },
    ...Object.entries(ALLOWED_IMPORTS).map(([folder, allowed]) => ({
      name: `order-${folder}`,
      severity: 'error',
      comment: `src/${folder} may import only ${allowed.map((each) => `src/${each}`).join(', ')}.`,
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(?!(${[folder, ...allowed].join('|')})/)` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.mts', '.js', '.mjs', '.d.ts'] },
  },
}
