/** Run as a process by `dev.ts`: reads the content and makes the search index of it. */
import { join } from 'node:path'
import { formatReferences } from '../../site/format-references.ts'
import { getSite } from '../../site/index.ts'
import { recordsOf } from './records.ts'
import { indexRecords } from './build-index.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new RangeError('The folder of the index is missing.')
const site = await getSite()
await indexRecords({
  records: recordsOf(site),
  ready: formatReferences(site.corpus),
  to: folder,
  stateFile: join(folder, '..', 'throughline-search-dev.json'),
  maker: 'dev',
  beside: false,
})
