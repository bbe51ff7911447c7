import type { Environment } from '../environment.ts'
import { is, linkTo, object, type FileValue, type LinkValue, type Value } from '../values.ts'
import { textArgument, type Method } from './method.ts'

/** Gives the file that a value means: a file, a link to one, or its path or name. */
export function fileMeant(value: Value | undefined, { vault, self }: Environment): FileValue | undefined {
  if (value === undefined || value === null) return undefined
  if (is(value, 'file')) return value
  const path = is(value, 'link') ? value.path : vault.resolve(bareName(textArgument(value)), self.path).path
  return path === undefined ? undefined : vault.file(path)
}

/** Gives the name in `[[name|words]]`, or the text itself. */
export const bareName = (written: string): string => written.replace(/^!?\[\[(.*?)(?:\|.*)?\]\]$/s, '$1').trim()

/** Tells whether a file links to another one, which may be missing. */
function hasLink(file: FileValue, [other]: readonly Value[], environment: Environment): boolean {
  const target = fileMeant(other, environment)
  environment.budget.spend(Math.ceil(file.links.length / 8))
  if (target !== undefined) return file.links.some(({ path }) => path === target.path)
  if (other === undefined || other === null || is(other, 'file')) return false
  const name = (is(other, 'link') ? other.name : bareName(textArgument(other))).toLowerCase()
  return name !== '' && file.links.some((link) => link.path === undefined && link.name.toLowerCase() === name)
}

/** These are the functions of files. */
export const FILES = {
  asLink: (file, [display]) => linkTo(file, display),
  hasLink,
  hasProperty: (file, [name]) => propertyOf(file, textArgument(name)) !== undefined,
  hasTag: (file, names) => {
    const asked = names.flat().map((name) => textArgument(name).replace(/^#/, '').toLowerCase())
    return file.tags.some(({ name }) =>
      asked.some((each) => name.toLowerCase() === each || name.toLowerCase().startsWith(`${each}/`)),
    )
  },
  inFolder: ({ folder }, [asked]) => {
    const path = textArgument(asked).replace(/^\/+|\/+$/g, '')
    return path === '' || folder === path || folder.startsWith(`${path}/`)
  },
  contains: (file, [value]) => file.path.includes(textArgument(value)),
} satisfies Readonly<Record<string, Method<FileValue>>>

/** Gives a property of a file, whatever its case. It is undefined where the file has none of the name. */
export function propertyOf({ properties }: FileValue, name: string): Value | undefined {
  const exact = properties.get(name)
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const [key, value] of properties) if (key.toLowerCase() === lower) return value
  return name.includes('.') ? nested(object(properties), name.split('.')) : undefined
}

/** Follows a path into a mapping, as `contact.email` is written in the columns of a view. */
function nested(value: Value | undefined, [key, ...rest]: readonly string[]): Value | undefined {
  if (key === undefined) return value
  return value !== undefined && is(value, 'object') ? nested(value.entries.get(key), rest) : undefined
}

/** These are the functions of links. */
export const LINKS = {
  asFile: (link, _, environment) => fileMeant(link, environment) ?? null,
  linksTo: (link, args, environment) => {
    const file = fileMeant(link, environment)
    return file !== undefined && hasLink(file, args, environment)
  },
} satisfies Readonly<Record<string, Method<LinkValue>>>
