/**
 * This file reads by which patterns a discourse graph in Roam infers relations, from the page on which its plugin keeps
 * them (https://github.com/DiscourseGraphs/discourse-graph, `apps/roam/src/utils/getDiscourseRelations.ts`). Where that
 * page names none, they are those that the plugin has from the start.
 */
import { childrenOf, textOf, type RoamBlock, type RoamIndex } from './roam-graph.ts'

/** A `Triple` is a condition: `['Block', 'references', 'Page']`. Its ends are names of what is looked for, or words. */
export type Triple = readonly [subject: string, predicate: string, object: string]

/** A `RelationPattern` says when a page has a relation to another one: when all conditions of one list hold. */
export interface RelationPattern {
  readonly label: string
  /** These are the ids of types of nodes. */
  readonly source: string
  readonly destination: string
  readonly conditions: readonly (readonly Triple[])[]
}

/** This is the page on which the plugin keeps its settings. */
const SETTINGS = 'roam/js/discourse-graph'
/** Such pages hold the types of nodes. */
const NODES = 'discourse-graph/nodes/'

/** Gives the patterns of a graph. There are none where its plugin is not installed. */
export function patternsOf({ byTitle }: RoamIndex): RelationPattern[] {
  const settings = byTitle.get(SETTINGS)
  if (settings === undefined) return []
  const declared = below(settings, 'grammar', 'relations')
  return declared === undefined ? USUAL : childrenOf(declared).map(patternIn)
}

/** Gives for each type of nodes, by its id, what matches the titles of such pages. */
export function nodeTypesOf({ pages }: RoamIndex): Map<string, RegExp> {
  const declared = pages
    .filter((page) => textOf(page).startsWith(NODES))
    .flatMap((page): [string, RegExp][] => {
      const format = valueOf(page, 'format')
      return format === '' || typeof page.uid !== 'string' ? [] : [[page.uid, matching(format)]]
    })
  return new Map([...USUAL_NODES.map(([id, format]) => [id, matching(format)] as const), ...declared])
}

/** Makes a pattern of a format such as `[[CLM]] - {content}`. */
function matching(format: string): RegExp {
  const parts = format.split(/\{[^{}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's')
}

const isNamed = (block: RoamBlock, name: string): boolean => textOf(block).trim().toLowerCase() === name

/** Finds the block that is below others by their names. */
const below = (block: RoamBlock, ...names: readonly string[]): RoamBlock | undefined =>
  names.reduce<RoamBlock | undefined>(
    (found, name) => found && childrenOf(found).find((child) => isNamed(child, name)),
    block,
  )

function valueOf(block: RoamBlock, name: string): string {
  const [value] = childrenOf(below(block, name) ?? {})
  return value === undefined ? '' : textOf(value).trim()
}

function patternIn(block: RoamBlock): RelationPattern {
  return {
    label: textOf(block).trim(),
    source: valueOf(block, 'source'),
    destination: valueOf(block, 'destination'),
    conditions: childrenOf(below(block, 'if') ?? {}).map((all) =>
      childrenOf(all)
        .filter((each) => !isNamed(each, 'node positions'))
        .map((each): Triple => {
          const [predicate = {}] = childrenOf(each)
          const [object = {}] = childrenOf(predicate)
          return [textOf(each).trim(), textOf(predicate).trim(), textOf(object).trim()]
        }),
    ),
  }
}

const USUAL_NODES = [
  ['_CLM-node', '[[CLM]] - {content}'],
  ['_QUE-node', '[[QUE]] - {content}'],
  ['_EVD-node', '[[EVD]] - {content} - {Source}'],
  ['_SRC-node', '@{content}'],
] as const

/** A page that is named under a word, which is under the name of another page. */
const under = (word: string, page: string, parent: string): Triple[] => [
  ['SPage', 'has title', word],
  ['SBlock', 'references', 'SPage'],
  ['SBlock', 'has child', 'Block'],
  ['Block', 'references', 'Page'],
  ['Page', 'is a', page],
  ['PBlock', 'has child', 'SBlock'],
  ['PBlock', 'references', 'ParentPage'],
  ['ParentPage', 'is a', parent],
]

const betweenEvidenceAndClaim = (label: string, word: string, inverse: string): RelationPattern => ({
  label,
  source: '_EVD-node',
  destination: '_CLM-node',
  conditions: [under(inverse, 'source', 'destination'), under(word, 'destination', 'source')],
})

const USUAL: RelationPattern[] = [
  {
    label: 'Informs',
    source: '_EVD-node',
    destination: '_QUE-node',
    conditions: [
      [
        ['Page', 'is a', 'source'],
        ['Block', 'references', 'Page'],
        ['Block', 'is in page', 'ParentPage'],
        ['ParentPage', 'is a', 'destination'],
      ],
    ],
  },
  betweenEvidenceAndClaim('Supports', 'Supports', 'SupportedBy'),
  betweenEvidenceAndClaim('Opposes', 'Opposes', 'OpposedBy'),
]
