/** Writes an inquiry as a paper to the disk. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { publishAttachment } from '../../build/attachments.ts'
import { styleText } from '../../corpus/bibliography/processor.ts'
import { isInquiry, type ParsedInquiry } from '../../corpus/model/parsed.ts'
import { bibliographyOf, type BibliographyFormat } from '../../corpus/paper/bibliography.ts'
import { paperOf } from '../../corpus/paper/paper.ts'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { entryNamed } from '../../site/entry-named.ts'
import { getSite, type Site } from '../../site/index.ts'
import { ownComponents } from '../../site/own-components.ts'
import { clearProgress } from '../../site/progress.ts'
import { UsageError } from '../../site/usage-error.ts'
import { convert } from './convert.ts'
import { EXTENSIONS, type PaperFormat } from './formats.ts'
import { assertFree } from './free-paths.ts'

/** What a user asks for. */
interface Order {
  /** The inquiry, by its file, its address, its title or another name. */
  readonly name: string
  readonly format: PaperFormat
  readonly bibliography: BibliographyFormat
  /** The path of the file. Without it, the file is named after the inquiry, in the folder where the command runs. */
  readonly out: string | undefined
  /** Whether files that are there may be written over. */
  readonly mayReplace: boolean
}

/** The paths of the files that were written, and what a user should know of them. */
interface Written {
  readonly files: readonly string[]
  readonly remarks: readonly string[]
}

/** The files of a paper in Markdown, by their names. Some are texts, and the others are attachments. */
interface Bundle {
  readonly paper: string
  readonly texts: ReadonlyMap<string, string>
  readonly attachments: ReadonlyMap<string, FilePath>
}

/** Writes a paper. Rejects with a `UsageError` where that cannot be done, and then writes nothing. */
export async function exportPaper(order: Order): Promise<Written> {
  await ownComponents()
  const site = await getSite()
  clearProgress()
  const inquiry = inquiryNamed(site, order.name)
  const name = `${basename(inquiry.path, extname(inquiry.path))}.${EXTENSIONS[order.format]}`
  const out = resolve(order.out ?? name)
  const bundle = bundleOf(site, inquiry, basename(out, extname(out)), order.bibliography)
  const beside = namesBeside(bundle, order)
  const files = [out, ...beside.map((each) => join(dirname(out), each))]
  assertFree(files, site.folder, order.mayReplace)
  mkdirSync(dirname(out), { recursive: true })
  const remarks = order.format === 'md' ? [] : await converted(site, bundle, { ...order, format: order.format, out })
  if (order.format === 'md') writeFileSync(out, bundle.texts.get(bundle.paper)!)
  await write(site, bundle, dirname(out), beside)
  return { files: files.map((file) => relative('', file)), remarks }
}

function inquiryNamed({ corpus }: Site, name: string): ParsedInquiry {
  const found = entryNamed(name, [...corpus.entries.values()].filter(isInquiry), corpus)
  if (!('path' in found)) throw new UsageError(`There is no inquiry "${name}".${found.didYouMean}`)
  return found
}

function bundleOf({ corpus, content }: Site, inquiry: ParsedInquiry, stem: string, format: BibliographyFormat): Bundle {
  const names = {
    bibliography: `${stem}.${format}`,
    style: `${stem}.csl`,
    media: `${stem.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-files`,
  }
  const { markdown, sources, attachments } = paperOf(corpus, content.dialect, inquiry, names)
  const paper = `${stem}.md`
  return {
    paper,
    texts: new Map([
      [paper, markdown],
      [names.bibliography, bibliographyOf(sources, format)],
      [names.style, styleText(corpus.style)],
    ]),
    attachments: new Map([...attachments].map(([path, name]) => [`${names.media}/${name}`, path])),
  }
}

/** Lists the files of a bundle that stand beside the paper. A file of Word holds all of them. */
function namesBeside({ paper, texts, attachments }: Bundle, { format, bibliography }: Order): string[] {
  if (format === 'docx') return []
  const names = [...texts.keys()].filter((name) => name !== paper)
  const needed = format === 'md' ? names : format === 'latex' && bibliography === 'bib' ? names.slice(0, 1) : []
  return [...needed, ...attachments.keys()]
}

/** Converts a bundle, which is in a folder of its own while Pandoc reads it. */
async function converted(
  site: Site,
  bundle: Bundle,
  order: Order & { readonly format: Exclude<PaperFormat, 'md'>; readonly out: string },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-'))
  try {
    await write(site, bundle, folder, [...bundle.texts.keys(), ...bundle.attachments.keys()])
    return await convert({ ...order, folder, paper: bundle.paper })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function write(site: Site, { texts, attachments }: Bundle, folder: string, names: readonly string[]) {
  for (const name of names) {
    const [text, path] = [texts.get(name), attachments.get(name)]
    if (text !== undefined) writeFileSync(join(folder, name), text)
    if (path !== undefined) await publishAttachment(site, path, join(folder, name))
  }
}
