/** This file gives a topic another name wherever it is named, and with it the topics below it. */
import { lineStarts } from '../line-index.ts'
import { TOPICS_FOLDER } from '../names/identify.ts'
import { withoutExtension } from '../names/file-path.ts'
import type { Link, Parsed } from '../model/parsed.ts'
import { parse } from '../parse.ts'
import { SCHEMAS } from '../schema/fields.ts'
import { bareKey, spellings } from '../schema/spellings.ts'
import { topicKey } from '../topic-key.ts'
import { inWikilink } from './body-mentions.ts'
import { fieldTexts, type FieldText } from './field-mentions.ts'
import { renameEntry, type RenameInput, type Renaming } from './rename-entry.ts'
import { withEdits, type TextEdit } from './text-edits.ts'

/** `TopicRenameInput` is a folder, and the topic in it that gets another name. */
export type TopicRenameInput = Omit<RenameInput, 'from' | 'to'> & {
  /** These are the names of topics, without a `#`. */
  readonly from: string
  readonly to: string
}

/** Gives a topic another name. The file that says what the topic is about is moved with it. */
export function renameTopic(rename: TopicRenameInput): Renaming {
  const { input, dialect, from, to } = rename
  const known = new Set(input.files.flatMap(({ topics }) => topics.map(topicKey)))
  const refused = refusal(rename, known)
  if (refused !== undefined) return { refused: [refused] }
  const about = input.files.find((file) => isAbout(file, from))
  const path = about === undefined ? '' : TOPICS_FOLDER + to + about.path.slice(withoutExtension(about.path).length)
  const moved: Renaming =
    about === undefined || about.path === path
      ? { moves: [], edits: new Map(), remarks: [] }
      : renameEntry({ ...rename, from: about.path, to: path })
  if ('refused' in moved) return moved
  const edits = new Map(moved.edits)
  for (const file of input.files) {
    const found = editsOf(file, from, to)
    if (found.length === 0) continue
    const changes = [...(edits.get(file.path) ?? []), ...found]
    const left = parse({ path: file.path, text: withEdits(file.text, changes) }, dialect).parsed?.topics ?? []
    if (left.some((topic) => renamedTopic(topic, from, to) !== undefined))
      return { refused: [`Not all of "${from}" in ${file.path} can be rewritten. Change it by hand first.`] }
    edits.set(file.path, changes)
  }
  return { ...moved, edits }
}

function refusal({ from, to }: TopicRenameInput, known: ReadonlySet<string>): string | undefined {
  if (![...known].some((key) => isWithin(key, topicKey(from)))) return `No entry has the topic "${from}".`
  if (topicKey(from) === topicKey(to)) return `"${from}" and "${to}" are the same topic already.`
  if (known.has(topicKey(to)) && !isWithin(topicKey(to), topicKey(from)))
    return `There is a topic "${to}" already, and the two would become one. Choose another name.`
  return /^[\p{L}\p{M}\p{N}\p{Extended_Pictographic} _/-]+$/u.test(to) && /\p{L}|\p{Extended_Pictographic}/u.test(to)
    ? undefined
    : `A topic has letters, digits, blanks, hyphens and slashes only, and "${to}" has others, or no letter.`
}

const isAbout = ({ kind, path }: Parsed, topic: string): boolean =>
  kind === 'page' &&
  path.startsWith(TOPICS_FOLDER) &&
  topicKey(withoutExtension(path).slice(TOPICS_FOLDER.length)) === topicKey(topic)

const isWithin = (key: string, of: string): boolean => key === of || key.startsWith(`${of}/`)

/** Gives the new name of a topic, which may be below the one that is renamed. It is undefined for any other topic. */
function renamedTopic(name: string, from: string, to: string): string | undefined {
  if (!isWithin(topicKey(name), topicKey(from))) return undefined
  const below = name.split('/').slice(from.split('/').length)
  return [to, ...below].join('/')
}

function editsOf(file: Parsed, from: string, to: string): TextEdit[] {
  const inText = file.links.filter(({ form }) => form === 'topic').flatMap((link) => editOfTag(file, link, from, to))
  const field = (key: string): string | undefined => spellings(SCHEMAS[file.kind]).get(bareKey(key))
  const all = fieldTexts(file)
  const texts = all.filter(({ keys }) => keys.length === 1 && field(keys[0]!) === 'topics')
  const inFields = texts.flatMap((text) => {
    const isOne = renamedTopic(bareTopic(file.text.slice(text.start, text.end)), from, to) !== undefined
    return isOne ? editOf(file.text, text.start, text.end, from, to) : listed(file.text, text.start, text.end, from, to)
  })
  return [...inText, ...inFields, ...inProperties(file, from, to), ...inTitle(file, all, from, to)]
}

/** Renames the topic in the title of the file that says what it is about, where that is its name. */
const inTitle = (file: Parsed, texts: readonly FieldText[], from: string, to: string): TextEdit[] =>
  !isAbout(file, from)
    ? []
    : texts
        .filter(({ keys }) => keys[0] === 'title' && topicKey(file.data.title ?? '') === topicKey(from))
        .map(({ start, end, quotes }) => ({ start, end, text: quotes.encode(to) }))

/** Takes off what other programs put around a topic. */
const bareTopic = (written: string): string =>
  written
    .trim()
    .replace(/^#/, '')
    .replace(/^\[\[(.*)\]\]$/, '$1')

/** Renames the topic between two offsets, and keeps what stands around it. */
function editOf(text: string, start: number, end: number, from: string, to: string): TextEdit[] {
  const written = text.slice(start, end)
  const name = bareTopic(written)
  const renamed = renamedTopic(name, from, to)
  const at = start + written.indexOf(name)
  return renamed === undefined ? [] : [{ start: at, end: at + name.length, text: renamed }]
}

/** Renames the topics of a list with commas. */
function listed(text: string, start: number, end: number, from: string, to: string): TextEdit[] {
  return [...text.slice(start, end).matchAll(/[^,，]+/g)].flatMap(({ 0: item, index }) =>
    editOf(text, start + index, start + index + item.length, from, to),
  )
}

/** Renames the topics in the properties of Logseq at the beginning of a page. */
function inProperties({ text }: Parsed, from: string, to: string): TextEdit[] {
  const [head = ''] = /^\s*(?:[\p{L}_-]+::[^\n]*(?:\n|$))+/u.exec(text) ?? []
  return [...head.matchAll(/^tags::/gim)].flatMap(({ 0: key, index }) => {
    const start = index + key.length
    return listed(text, start, start + text.slice(start).search(/\n|$/), from, to)
  })
}

/** Renames a tag in a text. One without brackets has hyphens for blanks. */
function editOfTag({ text }: Parsed, { point, target }: Link, from: string, to: string): TextEdit[] {
  const at = (lineStarts(text)[point.line - 1] ?? 0) + point.column - 1
  const start = text[at] === '#' ? at + 1 : at
  const renamed = renamedTopic(target, from, to)
  if (renamed === undefined) return []
  if (!text.startsWith('[[', start)) {
    const isHere = text.startsWith(target, start)
    return isHere ? [{ start, end: start + target.length, text: renamed.replace(/\s+/g, '-') }] : []
  }
  const name = inWikilink(text, start + 2, { form: 'topic', by: 'name' }, 'target-first')
  return name === undefined ? [] : [{ start: name.start, end: name.end, text: renamed }]
}
