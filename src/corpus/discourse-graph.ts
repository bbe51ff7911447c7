/**
 * This file reads discourse graphs as the plugin "Discourse Graph" for Obsidian keeps them: the types of nodes and of
 * relations in the settings of the plugin, and the relations in `relations.json` in the folder of the nodes
 * (https://github.com/DiscourseGraphs/discourse-graph, `apps/obsidian/src/types.ts` and `utils/relationsStore.ts`).
 */
import { problem } from './problem.ts'
import { relationOfType, type RelationType, type StatedRelation } from './relation-words.ts'
import type { NodeType } from './site-config.ts'
import type { Document, FilePath, Problem } from './vocabulary.ts'

/** A `GraphSchema` is what the settings of the plugin declare. */
export interface GraphSchema {
  readonly nodeTypes: readonly NodeType[]
  /** These are the types of relations by their ids. */
  readonly relationTypes: ReadonlyMap<string, RelationType>
  /** This is the folder of the vault in which the plugin keeps its nodes, and with them the relations. */
  readonly folder?: FilePath
}

/** This is the schema of a vault that is no discourse graph. */
export const NO_SCHEMA: GraphSchema = { nodeTypes: [], relationTypes: new Map() }

/** A `GraphRelation` is a relation between two nodes, which are named by their ids. */
export interface GraphRelation {
  readonly from: string
  readonly to: string
  readonly relation: StatedRelation
}

/** `GraphRelations` are all relations of `relations.json`. */
export interface GraphRelations {
  /** The file that states the relations. It is undefined where there is none. */
  readonly file?: string
  readonly relations: readonly GraphRelation[]
  readonly problems: readonly Problem[]
}

/** There are no relations in a vault without the file. */
export const NO_RELATIONS: GraphRelations = { relations: [], problems: [] }

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the settings of a plugin. They are undefined where they are those of another plugin, which have no types of
 * nodes.
 */
export function readGraphSchema(text: string): GraphSchema | undefined {
  const data = fieldsOf(parsed(text))
  const [nodes, types] = [listed(data['nodeTypes']), listed(data['relationTypes'])]
  const nodeTypes = nodes.flatMap(nodeType)
  if (nodeTypes.length === 0) return undefined
  const folder = isText(data['nodesFolderPath']) ? data['nodesFolderPath'].trim().replace(/^\/+|\/+$/g, '') : ''
  return { nodeTypes, relationTypes: new Map(types.flatMap(relationType)), ...(folder !== '' && { folder }) }
}

/** Reads one type of nodes. Its format is the name of a node with `{content}` in place of what varies. */
function nodeType({ id, name, format }: Fields): NodeType[] {
  if (!isText(id) || !isText(name) || !isText(format)) return []
  const [prefix = '', ...rest] = format.split(/\{[A-Za-z]+\}/)
  return [{ id, prefix, suffix: rest.at(-1) ?? '', is: kindOfNode(name, prefix) }]
}

/** Tells what a type of nodes is by its name and by the beginning of its format, which people choose themselves. */
function kindOfNode(name: string, prefix: string): NodeType['is'] {
  if (QUESTION.test(name) || /^\W*(?:QUE|QST|RQ|Q)\W/.test(prefix)) return 'question'
  return SOURCE.test(name) || /^\W*SRC\W|^@/.test(prefix) ? 'source' : 'other'
}

const QUESTION =
  /^(?:\p{L}+ )?(?:questions?|inquir(?:y|ies)|fragen?|forschungsfragen?|preguntas?|perguntas?|domand[ae]|vra(?:ag|gen)|вопрос|问题|質問)$/iu
const SOURCE = /^(?:sources?|references?|quellen?|fuentes?|fontes?|font[ei]|bron(?:nen)?|источник|来源|文献)$/iu

function relationType({ id, label, complement }: Fields): [string, RelationType][] {
  if (!isText(id) || !isText(label)) return []
  return [[id, { label: label.trim(), ...(isText(complement) && { inverse: complement.trim() }) }]]
}

/** Reads `relations.json`. Another program's file of this name, which has no relations of this form, is left alone. */
export function readGraphRelations({ path, text }: Document, { relationTypes }: GraphSchema): GraphRelations {
  const value = parsed(text)
  const said = (sentence: string): Problem =>
    problem('warning', 'discourse-graph', path, { line: 1, column: 1 }, sentence)
  if (value === undefined && relationTypes.size > 0)
    return {
      file: path,
      relations: [],
      problems: [said('The file is not valid JSON, so no relation of it is read. Mend it.')],
    }
  const all = Object.values(fieldsOf(fieldsOf(value)['relations']))
    .map(fieldsOf)
    .filter(isInstance)
  const accepted = all.filter(({ tentative }) => tentative !== false)
  const known = accepted.flatMap(({ source, destination, type }): GraphRelation[] => {
    const declared = relationTypes.get(type)
    return declared === undefined ? [] : [{ from: source, to: destination, relation: relationOfType(declared) }]
  })
  const [tentative, undeclared] = [all.length - accepted.length, accepted.length - known.length]
  return {
    file: path,
    relations: known,
    problems: [
      ...(tentative === 0
        ? []
        : [said(`${count(tentative)} imported and not accepted yet, so nobody states it. Accept it in Obsidian.`)]),
      ...(undeclared === 0
        ? []
        : [
            said(
              `${count(undeclared)} of a type that the settings of the plugin do not declare, so it has no name. ` +
                'Publish .obsidian/plugins with its data.json.',
            ),
          ]),
    ],
  }
}

const count = (number: number): string => (number === 1 ? 'A relation is' : `${number} relations are each`)

interface Instance extends Fields {
  readonly source: string
  readonly destination: string
  readonly type: string
}

const isInstance = (fields: Fields): fields is Instance =>
  isText(fields['source']) && isText(fields['destination']) && isText(fields['type'])

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const listed = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

/** Parses JSON. The result is undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
