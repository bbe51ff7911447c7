/**
 * The order of the house: imports run one way, types included, and nothing imports in a circle. `npm run lint` holds it.
 * Between the rooms of `src`, eslint.config.js says the same for Astro's components, which this program does not read.
 */

/**
 * The rooms of the core, folders and single files alike, from the ground up. Each may import only what comes before it. A new file of
 * `src/corpus` takes its place here; where it has none, its room is wrong or the order is.
 */
const CORPUS = [
  'vocabulary',
  'compare',
  'suggest',
  'problem',
  'language',
  'relation-words',
  'site-config',
  'schema',
  'frontmatter',
  'model',
  'cite-key',
  'topic-key',
  'doi',
  'line-index',
  'settings',
  'updates',
  'identity',
  'escape-html',
  'walk',
  'svg',
  'bibliography',
  'address',
  'pagination',
  'list-addresses',
  'figures',
  'mdast',
  'typography',
  'hast',
  'markdown',
  'parse',
  'link',
  'history',
  'render',
  'lists',
  'exports',
  'search',
  'audit',
]

/** The rooms around the core, and the rooms that each may import. Whatever is not named, no room may import. */
const HOUSE = {
  site: ['corpus'],
  client: ['corpus', 'site'],
  components: ['corpus', 'site', 'client'],
  layouts: ['corpus', 'site', 'components', 'client', 'styles'],
  pages: ['corpus', 'site', 'layouts', 'components', 'client'],
  integrations: ['corpus', 'site'],
  cli: ['corpus', 'site'],
}

/** @param {readonly string[]} rooms */
const corpusRooms = (rooms) => `^src/corpus/(${rooms.join('|')})(/|[.]ts$)`

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'Files that import each other can be understood only together. Move what both need to a file below them.',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'corpus-room-unknown',
      severity: 'error',
      comment: 'This room of src/corpus has no place in the order of .dependency-cruiser.mjs.',
      from: { path: '^src/corpus/', pathNot: corpusRooms(CORPUS) },
      to: {},
    },
    ...CORPUS.slice(0, -1).map((room, index) => ({
      name: `corpus-order-${room}`,
      severity: 'error',
      comment: `In the order of src/corpus, ${room} comes before what it imports. Move what it needs down, or the room up.`,
      from: { path: corpusRooms([room]) },
      to: { path: corpusRooms(CORPUS.slice(index + 1)) },
    })),
    {
      name: 'corpus-is-pure',
      severity: 'error',
      comment: 'The core touches no disk, clock or network, so it imports nothing of Node and nothing around it.',
      from: { path: '^src/corpus/' },
      to: { path: '^src/(?!corpus/)|^(node:|fs$|path$)|node_modules/astro/' },
    },
    ...Object.entries(HOUSE).map(([room, below]) => ({
      name: `order-${room}`,
      severity: 'error',
      comment: `src/${room} may import only ${below.map((each) => `src/${each}`).join(', ')}.`,
      from: { path: `^src/${room}/` },
      to: { path: `^src/(?!(${[room, ...below].join('|')})/)` },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.mts', '.js', '.mjs', '.d.ts'] },
  },
}
