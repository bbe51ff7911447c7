import { build } from './build.ts'
import { dev } from './dev.ts'
import { growth } from './growth.ts'
import { page } from './page.ts'
import { rebuild } from './rebuild.ts'
import type { Scenario } from './scenario.ts'
import { search } from './search.ts'

/** By the name they are asked for, in the order they are run. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = { build, rebuild, growth, dev, page, search }
