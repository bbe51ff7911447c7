/** Reads the content and builds the search index of the development server. `dev.ts` runs this file as a process. */
import { CacheStore } from '../../site/cache/store.ts'
import { getSite } from '../../site/index.ts'
import { recordsOf } from './records.ts'
import { buildIndex } from './build-index.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new RangeError('The folder of the index is missing.')
const site = await getSite()
await buildIndex({
  records: recordsOf(site),
  ready: site.formatReferences(),
  folder,
  store: new CacheStore(`${folder}-state`),
  fingerprint: 'dev',
  inBackground: false,
})
