/** Says what the designs of studies mean, those that a site declares among them. */
import { DESIGNS } from '../corpus/schema/study.ts'
import type { Settings } from '../corpus/site-config.ts'

/** Gives what each design means, by its name. A design that the site does not explain is left out. */
export const meaningsOfDesigns = ({ designs = [] }: Pick<Settings, 'designs'>): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...Object.entries(DESIGNS),
    ...designs.flatMap(({ name, meaning }) => (meaning === undefined ? [] : [[name, meaning] as const])),
  ])
