/** Prints what ships to readers and what runs in builds, and writes the documents on licences: `npm run licences`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { licenceDocuments, licencesPage } from './licences/documents.ts'
import { ROOT } from './licences/lockfile.ts'

for (const [path, text] of Object.entries(licenceDocuments())) writeFileSync(join(ROOT, path), text)
console.log(licencesPage())
