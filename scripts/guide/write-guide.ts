/** Writes the guide as the folder of a site of its own, which Throughline builds as it builds any other. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CHAPTERS } from './chapters.ts'
import { guidePath, guideText, picturesIn } from './guide-text.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Writes the folder of the guide.
 *
 * @param folder The folder, whose content is replaced, but for the site in it.
 */
export function writeGuide(folder: string): void {
  for (const name of ['content', 'src']) rmSync(join(folder, name), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'site'), folder, { recursive: true })
  const documents = CHAPTERS.flatMap((chapter) => chapter.documents)
  for (const document of documents) {
    const text = readFileSync(join(ROOT, document), 'utf8')
    write(join(folder, 'content', guidePath(document)), guideText(document, text, new Set(documents)))
    for (const picture of picturesIn(text)) {
      mkdirSync(dirname(join(folder, 'content', picture)), { recursive: true })
      cpSync(join(ROOT, picture), join(folder, 'content', picture))
    }
  }
  const chapters = CHAPTERS.map(({ title, documents: pages }) => ({ title, pages: pages.map(addressOf) }))
  write(join(folder, 'src/chapters.json'), JSON.stringify(chapters))
}

const addressOf = (document: string): string => guidePath(document).replace(/^pages(.*)\.md$/, '$1/')

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
