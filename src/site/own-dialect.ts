/** What the owner's configuration says of how files are read. Every thread that parses files loads it once. */
import type { Config, Field, MarkdownPlugin } from '../config/index.ts'
import { SCHEMAS } from '../corpus/schema/fields.ts'
import { bareKey, spellings } from '../corpus/schema/spellings.ts'
import type { Dialect, MarkdownPlugins, OwnField } from '../corpus/site-config.ts'
import { ownConfig } from './own-config.ts'
import { UsageError } from './usage-error.ts'

/** The part of a dialect that is not plain data, and so is never sent to another thread. */
export type OwnDialect = Pick<Dialect, 'ownFields' | 'plugins'>

let loaded: OwnDialect = {}

/** Loads the owner's part of the dialect. It has to be there before files are parsed. */
export async function loadOwnDialect(): Promise<void> {
  loaded = dialectOf(await ownConfig())
}

/** Returns the owner's part of the dialect, which is empty until it is loaded. */
export const loadedDialect = (): OwnDialect => loaded

function dialectOf({ fields = {}, remarkPlugins = [], rehypePlugins = [] }: Config): OwnDialect {
  return {
    ...(Object.keys(fields).length > 0 && { ownFields: Object.entries(fields).map(fieldOf) }),
    ...(remarkPlugins.length + rehypePlugins.length > 0 && {
      plugins: { remark: remarkPlugins.map(pluggable), rehype: rehypePlugins.map(pluggable) },
    }),
  }
}

function fieldOf([name, field]: readonly [string, Field]): OwnField {
  const {
    schema,
    label,
    kinds = ['inquiry', 'note', 'page'],
    shown = true,
    searchable = false,
    filterable = false,
  } = field
  if (typeof (schema as { safeParse?: unknown } | undefined)?.safeParse !== 'function' || typeof label !== 'string')
    throw new UsageError(
      `throughline.config: the field "${name}" needs a label and a schema of zod, such as z.string().`,
    )
  const taken = kinds.find((kind) => spellings(SCHEMAS[kind]).has(bareKey(name)))
  if (taken !== undefined)
    throw new UsageError(
      `throughline.config: the engine has a field "${spellings(SCHEMAS[taken]).get(bareKey(name))!}", which may be written "${name}". Take another name.`,
    )
  return { name, label, kinds, schema, isShown: shown, isSearchable: searchable, isFilterable: filterable }
}

/** A plugin of unified is typed by the trees that it changes, and any may be here. */
const pluggable = (plugin: MarkdownPlugin): MarkdownPlugins['remark'][number] =>
  plugin as unknown as MarkdownPlugins['remark'][number]
