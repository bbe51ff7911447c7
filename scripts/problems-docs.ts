/** Writes `docs/problems.md`: `npm run docs:problems`. */
import { writeFileSync } from 'node:fs'
import { problemsPage } from './problems-docs/page.ts'

writeFileSync(new URL('../docs/problems.md', import.meta.url), await problemsPage())
