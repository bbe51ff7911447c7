/** Finds out what a user wants to rename, and what has to change for it. */
import { relative, resolve, sep } from 'node:path'
import { namesIn } from '../../corpus/link/link-cache.ts'
import { resolveName } from '../../corpus/link/resolve.ts'
import { basename, folderOf, isCanvas, isMarkdown, withoutExtension } from '../../corpus/names/file-path.ts'
import { renameEntry, type Renaming } from '../../corpus/rename/rename-entry.ts'
import { renameTopic } from '../../corpus/rename/rename-topic.ts'
import { didYouMean, nearest } from '../../corpus/suggest.ts'
import { topicKey } from '../../corpus/topic-key.ts'
import type { Document, FilePath } from '../../corpus/vocabulary.ts'
import type { Content } from '../../site/content.ts'
import { readDocument, toFilePath } from '../../site/read/content-folder.ts'
import { UsageError } from '../../site/usage-error.ts'

/**
 * Plans a renaming.
 *
 * @param written What the user calls it: a path, a name or a title, or a topic, with or without a `#`.
 * @param wanted The new name, or a path where it moves. A path may begin in the folder in which the command runs.
 * @throws {UsageError} Where nothing is called so.
 */
export function planRenaming(content: Content, written: string, wanted: string, keepsAddress: boolean): Renaming {
  const { linkInput: input, dialect, folder } = content
  const bases = [...input.attachments.keys()].flatMap((path) => baseAt(folder, path))
  const common = { input, dialect, bases, keepsAddress }
  const from = written.startsWith('#') ? undefined : findEntry(content, written)
  if (from !== undefined) return renameEntry({ ...common, from, to: targetOf(folder, from, wanted) })
  const topic = written.replace(/^#/, '')
  const topics = [...new Set(input.files.flatMap((file) => file.topics))]
  if (topics.some((each) => `${topicKey(each)}/`.startsWith(`${topicKey(topic)}/`)))
    return renameTopic({ ...common, from: topic, to: wanted.replace(/^#/, '') })
  const near = nearest(basename(written), [...input.files.map(({ path }) => basename(path)), ...topics])
  throw new UsageError(`No entry and no topic is called "${written}".${didYouMean(near)}`)
}

const baseAt = (folder: string, path: FilePath): Document[] => {
  const document = /\.base$/i.test(path) ? readDocument(folder, path) : undefined
  return document === undefined ? [] : [document]
}

/** Returns the path of the entry that is called so. */
function findEntry({ linkInput: input, folder }: Content, written: string): FilePath | undefined {
  const path = inFolder(folder, written)
  const same = input.files.filter((file) => file.path === path || withoutExtension(file.path) === path)
  if (same.length === 1) return same[0]!.path
  const names = namesIn({ ...input, settings: { ...input.settings, publish: 'all' } })
  const found = resolveName(names, '', path, 'name')
  const meant = found.type === 'private' ? resolveName({ ...names, public: names.private }, '', path, 'name') : found
  if (meant.type === 'ambiguous' || (meant.type === 'found' && meant.among !== undefined)) {
    const among = meant.type === 'found' ? meant.among! : meant.candidates
    throw new UsageError(`"${written}" may be ${among.join(' or ')}. Write the path of the one that is meant.`)
  }
  return meant.type === 'found' ? meant.path : undefined
}

/** Returns a path from the content folder. The shell completes paths from the folder in which the command runs. */
function inFolder(folder: string, written: string): FilePath {
  const own = relative(process.cwd(), folder).split(sep).join('/')
  const isFromHere = own !== '' && written.replace(/^\.\//, '').startsWith(`${own}/`)
  return isFromHere ? toFilePath(folder, resolve(written)) : written.replace(/^\.?\/+/, '').normalize('NFC')
}

/** Returns the path at which the entry will be: in its folder where a bare name was written. */
function targetOf(folder: string, from: FilePath, wanted: string): FilePath {
  const path = inFolder(folder, wanted)
  const extension = isCanvas(from) ? '.canvas' : from.slice(withoutExtension(from).length)
  const name = isCanvas(from) ? from.slice(from.lastIndexOf('/') + 1, -extension.length) : basename(from)
  const whole = wanted.endsWith('/') ? `${path.replace(/\/$/, '')}/${name}` : path
  const named = isMarkdown(whole) || isCanvas(whole) ? whole : whole + extension
  return wanted.includes('/') || folderOf(from) === '' ? named : `${folderOf(from)}/${named}`
}
