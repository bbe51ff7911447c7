/**
 * This script reads a bibliography and writes every work in APA style, as a build does where nothing is kept from a
 * build before. It takes the paths of the files and prints one reference to a line.
 */
import { readFileSync } from 'node:fs'
import { readBibliography } from '../../../src/corpus/bibliography/bibliography.ts'
import { KnownReferences } from '../../../src/corpus/bibliography/reference-formatter.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'

const documents = process.argv.slice(2).map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const bibliography = readBibliography(...documents)
const works = bibliography.keys.flatMap((key) => {
  const source = bibliography.get(key)
  return source === undefined ? [] : [{ source, language: 'en' }]
})
const references = new KnownReferences(APA)
references.addAll(works)
process.stdout.write(works.map((work) => `${references.format(work)}\n`).join(''))
