/**
 * `npm run pack` makes the packages `throughline` and `create-throughline` as npm would publish them, as tarballs in
 * `.packages`, or in the folder that `--to` names.
 */
import { parseArgs } from 'node:util'
import { packAll } from './pack/pack-all.ts'

const { values } = parseArgs({ options: { to: { type: 'string', default: '.packages' } } })
for (const file of packAll(values.to)) console.log(file)
