import { build } from './build.ts'
import { demo } from './demo.ts'
import { dev } from './dev.ts'
import { found } from './found.ts'
import { growth } from './growth.ts'
import { lsp } from './lsp.ts'
import { page } from './page.ts'
import { rebuild } from './rebuild.ts'
import { references } from './references.ts'
import type { Scenario } from './scenario.ts'
import { search } from './search.ts'
import { shares } from './shares.ts'
import { studies } from './studies.ts'

/** These are the scenarios by the name they are asked for, in the order in which they run. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  demo,
  build,
  rebuild,
  found,
  studies,
  growth,
  shares,
  dev,
  lsp,
  page,
  references,
  search,
}
