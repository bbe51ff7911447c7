/** Reads what Obsidian's plugin "Discourse Graph" keeps in a vault: its settings, and the relations between nodes. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  NO_RELATIONS,
  NO_SCHEMA,
  readGraphRelations,
  readGraphSchema,
  type GraphRelations,
  type GraphSchema,
} from '../../corpus/discourse-graph.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { readDocument, readFile } from './content-folder.ts'

/** The name of the file that has the relations. */
const RELATIONS_FILE = 'relations.json'

/** Returns the path of the file that has the relations: in the folder of the nodes, or else at the top of the vault. */
export function relationsFile(vault: string, { folder }: GraphSchema): FilePath {
  const path = folder === undefined ? RELATIONS_FILE : `${folder}/${RELATIONS_FILE}`
  return path.split('/').includes('..') || !existsSync(join(vault, path)) ? RELATIONS_FILE : path
}

const PLUGINS = '.obsidian/plugins'

/** Reads the settings of the plugin. Its folder may have any name, and a name with a slash is a folder in a folder. */
export function readDiscourseSchema(folder: string): GraphSchema {
  const plugins = foldersIn(folder, PLUGINS)
  const nested = plugins.filter((name) => name.split('/').at(-1)!.startsWith('@'))
  for (const plugin of [...plugins, ...nested.flatMap((name) => foldersIn(folder, name))]) {
    const text = readDocument(folder, `${plugin}/data.json`)?.text
    // The settings of other plugins may be large, and parsing them takes long.
    const schema = text?.includes('"nodeTypes"') ? readGraphSchema(text) : undefined
    if (schema !== undefined) return schema
  }
  return NO_SCHEMA
}

/** Reads the relations between nodes. */
export function readDiscourseRelations(folder: string, schema: GraphSchema): GraphRelations {
  const { document, problems } = readFile(folder, relationsFile(folder, schema))
  if (document === undefined) return { ...NO_RELATIONS, problems }
  const read = readGraphRelations(document, schema)
  return { ...read, problems: [...problems, ...read.problems] }
}

/** Returns the folders in a folder, as paths under the content folder. There are none where it does not exist. */
function foldersIn(folder: string, path: string): string[] {
  try {
    return readdirSync(join(folder, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}`)
      .sort()
  } catch {
    return []
  }
}
