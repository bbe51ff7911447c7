/**
 * Is loaded into every Node process of a command, with `NODE_OPTIONS`. It writes into the file that `MODULES_LOG` names
 * the path of every module of a package or of the project that the process loads.
 */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

registerHooks({
  load(url, context, nextLoad) {
    const path = /\/(?:node_modules\/(?!\.astro\/)(.*)|(src\/.*))$/.exec(url)?.slice(1).join('')
    if (path !== undefined) appendFileSync(process.env['MODULES_LOG']!, `${path}\n`)
    return nextLoad(url, context)
  },
})
