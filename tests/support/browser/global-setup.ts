/** Before the browser tests: the sites that they look at are built, where they are not yet, and served. */
import { SITES_OF_RUN } from '../../browser/built/sites.ts'
import { DEMO, sharedSite } from '../site.ts'
import { addressOf, serveSites, type ServedSite } from './serve.ts'

export default async function setUp(): Promise<() => Promise<void>> {
  const sites = new Map<string, ServedSite>([[addressOf(), { folder: DEMO, base: '/', hasNoPolicy: false }]])
  for (const [name, { files, base, env, hasNoPolicy = false }] of SITES_OF_RUN) {
    const { status, stderr, dist } = await sharedSite(files, env)
    if (status !== 0) throw new Error(`The site "${name}" cannot be built: ${stderr}`)
    sites.set(addressOf(name), { folder: dist, base, hasNoPolicy })
  }
  return serveSites(sites)
}
