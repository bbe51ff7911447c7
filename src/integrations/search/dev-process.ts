/** Run as a process by `dev.ts`: reads the content and makes the search index of it. */
import { CacheStore } from '../../site/cache/store.ts'
import { getSite } from '../../site/index.ts'
import { recordsOf } from './records.ts'
import { indexRecords } from './build-index.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new RangeError('The folder of the index is missing.')
const site = await getSite()
await indexRecords({
  records: recordsOf(site),
  ready: site.formatReferences(),
  to: folder,
  store: new CacheStore(`${folder}-state`),
  maker: 'dev',
  inBackground: false,
})
