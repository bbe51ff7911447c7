/** This file joins a discourse graph with the files that are its nodes. */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { titledSource } from '../bibliography/source.ts'
import { nameInLinks } from '../names/title-from-name.ts'
import { isPrivate, type Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { FilePath, Problem } from '../vocabulary.ts'
import type { LinkInput, Resolved } from './resolve-entry.ts'

/**
 * Adds what a discourse graph states to the entries that state it: the relations of its file, and for each note the
 * works whose nodes it is related to.
 *
 * @param all The public entries, in the order of their paths.
 * @param report Is called where relations lead to nodes that no file has.
 */
export function withDiscourseGraph(
  all: readonly Resolved[],
  { files, settings, graph, bibliography }: LinkInput,
  report: (found: Problem) => void,
): readonly Resolved[] {
  const bearings = new Map<FilePath, Resolved['bearings']>()
  if (graph !== undefined && graph.relations.length > 0) {
    const nodes = nodesById(all.map(({ entry }) => entry))
    const hidden = nodesById(files.filter((file) => isPrivate(file, settings)))
    const lost = graph.relations.filter(({ from, to, relation }) => {
      const [start, end] = [found(nodes, from), found(nodes, to)]
      if (start === undefined || end === undefined)
        return ![from, to].every((id) => found(nodes, id) ?? found(hidden, id))
      if (start !== end) bearings.set(start, [...(bearings.get(start) ?? []), { relation, to: end, at: BEGINNING }])
      return false
    })
    if (lost.length > 0) report(lostRelations(graph.file ?? '', lost.length))
  }
  const sources = new Map(all.flatMap(({ entry }) => (entry.isSource ? [[entry.path, entry] as const] : [])))
  if (bearings.size + sources.size === 0) return all
  return all
    .map((each): Resolved => ({ ...each, bearings: [...each.bearings, ...(bearings.get(each.entry.path) ?? [])] }))
    .map((each) => withSources(each, sources, bibliography))
}

/** The relations of the graph are in a file of their own, and stand nowhere in the file of a node. */
const BEGINNING = { line: 1, column: 1 }

/** Gives the paths of files by the ids of their nodes. */
const nodesById = (entries: readonly Parsed[]): Map<string, FilePath> =>
  new Map(entries.flatMap(({ path, nodeIds = [] }) => nodeIds.map((id) => [id, path] as const)))

/** Finds a node by its id. The id of a node that is shared between vaults has that of its vault before a slash. */
const found = (nodes: ReadonlyMap<string, FilePath>, id: string): FilePath | undefined =>
  nodes.get(id) ?? nodes.get(id.slice(id.lastIndexOf('/') + 1))

function lostRelations(file: FilePath, count: number): Problem {
  const [what, have] = count === 1 ? ['A relation', 'leads'] : [`${count} relations`, 'lead']
  const sentence = `${what} of the discourse graph ${have} to a node that no file has as its "nodeInstanceId". Publish the file.`
  return problem('warning', 'discourse-graph', file, BEGINNING, sentence)
}

/** Adds the works whose nodes a note names in a relation beside the roles, as in `FromSource:: [[@ober2019]]`. */
function withSources(resolved: Resolved, nodes: ReadonlyMap<FilePath, Parsed>, bibliography: Bibliography): Resolved {
  const { entry, bearings, sources } = resolved
  if (entry.kind !== 'note' || entry.isSource) return resolved
  const named = bearings.flatMap(({ relation, to }) => (relation.label === undefined ? [] : (nodes.get(to) ?? [])))
  const works = named.map((node) => bibliography.get(nameInLinks(node.path)) ?? titledSource(node.title))
  const seen = new Set(sources.map(({ key, title }) => key ?? title))
  const added = works.filter(({ key, title }) => !seen.has(key ?? title) && seen.add(key ?? title))
  return added.length === 0 ? resolved : { ...resolved, sources: [...sources, ...added] }
}
