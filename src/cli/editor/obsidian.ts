/** The files by which Obsidian knows a site: templates of its core plugin, and the types of properties. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'jsonc-parser'
import type { z } from 'zod'
import { SCHEMAS } from '../../corpus/schema/fields.ts'
import { jsonFile, type EditorFile } from './editor-file.ts'

/**
 * Returns the files for Obsidian. Templates go where the vault has them already.
 *
 * @param vault The folder that Obsidian opens, as an absolute path.
 */
export function obsidianFiles(vault: string): EditorFile[] {
  const folder = templatesFolder(vault)
  return [
    jsonFile('.obsidian/types.json', { types: PROPERTY_TYPES }),
    jsonFile('.obsidian/templates.json', { folder }),
    ...Object.entries(TEMPLATES).map(([name, lines]) => ({ path: `${folder}/${name}.md`, text: lines.join('\n') })),
  ]
}

/**
 * Returns the folder that Obsidian opens: the content folder, unless the one around it is a vault.
 *
 * @param content The content folder, as an absolute path.
 */
export function vaultFolder(content: string): string {
  const isVault = (folder: string): boolean => existsSync(join(folder, '.obsidian'))
  return !isVault(content) && isVault(dirname(content)) ? dirname(content) : content
}

function templatesFolder(vault: string): string {
  const file = join(vault, '.obsidian/templates.json')
  const settings = (existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined) as
    { folder?: unknown } | undefined
  const folder = typeof settings?.folder === 'string' ? settings.folder.replace(/^\/+|\/+$/g, '') : ''
  return folder === '' || folder.split('/').includes('..') ? 'templates' : folder
}

/** These fields hold mappings, for which Obsidian has no type. */
const OF_MAPPINGS: ReadonlySet<string> = new Set(['inquiries', 'next', 'audit'])

/** The fields that hold a date. */
const OF_DATES: ReadonlySet<string> = new Set(['created', 'updated'])

/** The types of all fields, as Obsidian names them (https://help.obsidian.md/properties). */
export const PROPERTY_TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  [SCHEMAS.inquiry, SCHEMAS.note, SCHEMAS.page].flatMap(({ shape }) =>
    Object.entries<z.ZodType>(shape)
      .filter(([name]) => !OF_MAPPINGS.has(name))
      .map(([name, field]) => [name, typeOf(name, field.safeParse(undefined).data, field.safeParse('true').data)]),
  ),
)

/**
 * @param unwritten What the field is where it is not written.
 * @param ofTrue What it is where it says `true`.
 */
function typeOf(name: string, unwritten: unknown, ofTrue: unknown): string {
  if (name === 'aliases') return name
  if (OF_DATES.has(name)) return 'date'
  return Array.isArray(unwritten) ? 'multitext' : ofTrue === true ? 'checkbox' : 'text'
}

/**
 * The templates by their names. Obsidian names a file after its title, so none is written into it. Values stand in
 * quotes where Obsidian's own editor of properties would not read them otherwise.
 */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Inquiry: [
    '---',
    'type: inquiry',
    'answer:',
    'status: open',
    'topics: []',
    'created: "{{date:YYYY-MM-DD}}"',
    '---',
    '',
  ],
  Note: [
    ...['---', 'type: note', 'claim:', 'quote:', 'source:', 'supports: []', 'disputes: []', 'topics: []'],
    ...['created: "{{date:YYYY-MM-DD}}"', '---', ''],
  ],
  Page: ['---', 'type: page', 'description:', '---', ''],
}
