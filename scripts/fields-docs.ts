/** `npm run docs:fields` writes `docs/fields.md` from what the schemas say of their fields. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fieldsPage } from './fields-docs/page.ts'

writeFileSync(join(import.meta.dirname, '../docs/fields.md'), fieldsPage())
