/** Writes the guide as the folder of a site of its own, which Throughline builds as it builds any other. */
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { guidePath, guideText, picturesIn } from './guide-text.ts'
import { CHAPTERS } from './site/src/chapters.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Writes the folder of the guide.
 *
 * @param folder The folder, whose content is replaced, but for the site in it.
 * @param url The address at which the guide will be published, where that is known.
 */
export function writeGuide(folder: string, url?: string): void {
  for (const name of ['content', 'src']) rmSync(join(folder, name), { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'site'), folder, { recursive: true })
  if (url !== undefined) appendFileSync(join(folder, 'content/site.yaml'), `url: ${url}\n`)
  const documents = CHAPTERS.flatMap((chapter) => chapter.documents)
  for (const document of documents) {
    const text = readFileSync(join(ROOT, document), 'utf8')
    write(join(folder, 'content', guidePath(document)), guideText(document, text, new Set(documents)))
    for (const picture of picturesIn(document, text)) {
      mkdirSync(dirname(join(folder, 'content', picture)), { recursive: true })
      cpSync(join(ROOT, picture), join(folder, 'content', picture))
    }
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
