/**
 * `throughline schema note` prints the JSON Schema of the frontmatter of notes, for editors and other programs. There are
 * those of inquiry, note, page, source (a work that is written into a note) and site (the file `site.yaml`).
 */
import { parseArgs } from 'node:util'
import { DESCRIBED, jsonSchemaFor } from '../corpus/json-schema/json-schemas.ts'
import { UsageError } from '../site/usage-error.ts'
import { COMMANDS } from './commands.ts'

export default function schema(args: string[]): void {
  const [name] = parseArgs({ args, options: COMMANDS.schema.options, allowPositionals: true }).positionals
  const described = DESCRIBED.find((each) => each === name)
  if (described === undefined) throw new UsageError(`Say of what: one of ${DESCRIBED.join(', ')}.`)
  console.log(JSON.stringify(jsonSchemaFor(described), null, 2))
}
