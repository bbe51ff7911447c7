/** Where the benchmark keeps what it makes. All of it is in one folder of the project, which git ignores. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SCRATCH = join(ROOT, '.bench')
export const PEERS = join(SCRATCH, 'peers')
export const CORPORA = join(SCRATCH, 'corpora')
/** Built sites. On the disk of the project, because Astro cannot move its files to another. */
export const BUILT = join(SCRATCH, 'out')
