/**
 * `throughline schema note` prints the JSON Schema of the frontmatter of notes, for editors and other programs. There are
 * those of inquiry, note, page, source (a work that is written into a note) and site (the file `site.yaml`), which know
 * what the site declares of its own, and of what sites give to programs: graph (`graph.json`) and entry (the JSON beside
 * a page).
 */
import { parseArgs } from 'node:util'
import { didYouMean, nearest } from '../corpus/suggest.ts'
import { DESCRIBED, jsonSchemaFor } from '../corpus/json-schema/json-schemas.ts'
import { UsageError } from '../site/usage-error.ts'
import { declaredBySite } from './editor/declared-by-site.ts'
import { COMMANDS } from './commands.ts'

export default async function schema(args: string[]): Promise<void> {
  const [name] = parseArgs({ args, options: COMMANDS.schema.options, allowPositionals: true }).positionals
  const described = DESCRIBED.find((each) => each === name)
  if (described === undefined)
    throw new UsageError(`Say of what: one of ${DESCRIBED.join(', ')}.${didYouMean(name && nearest(name, DESCRIBED))}`)
  console.log(JSON.stringify(jsonSchemaFor(described, await declaredBySite()), null, 2))
}
