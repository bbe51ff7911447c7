/** Lets modules import JSON without saying so: GitHub's parser was written for bundlers. */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

registerHooks({
  load(url, context, nextLoad) {
    // A `require` needs no attribute.
    const isImport = context.importAttributes !== undefined && context.importAttributes.type === undefined
    if (!url.endsWith('.json') || !isImport) return nextLoad(url, context)
    const source = `export default ${readFileSync(fileURLToPath(url), 'utf8')}`
    return { format: 'module', source, shortCircuit: true }
  },
})
