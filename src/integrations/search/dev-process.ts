/** Reads the content and builds the search index of the development server. `dev.ts` runs this file as a process. */
import { WRITTEN_SHARDS } from '../../site/cache/build-manifest.ts'
import { CacheStore } from '../../site/cache/store.ts'
import { getSite } from '../../site/index.ts'
import { WHOLE } from '../../site/share.ts'
import { recordsOf, searchFacts } from '../../build/search/records.ts'
import { buildIndex, storeShards } from '../../build/search/build-index.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new RangeError('The folder of the index is missing.')
const site = await getSite()
const store = new CacheStore(`${folder}-state`)
const { shards } = await buildIndex({
  records: recordsOf(site),
  facts: searchFacts(site),
  ready: site.formatReferences(),
  folder,
  lastFolder: folder,
  lastShards: store.read(WRITTEN_SHARDS) ?? [],
  workFolder: store.folder,
  fingerprint: 'dev',
  share: WHOLE,
  inBackground: false,
})
storeShards(store, folder, shards)
