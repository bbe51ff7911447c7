/** Adds settings to a `site.yaml` that somebody has written. */
import { parseDocument } from 'yaml'
import { bareKey } from '../../corpus/schema/spellings.ts'

/** Settings by their names, each as YAML writes it. A value that begins with a line break is a mapping. */
export type Additions = Readonly<Record<string, string>>

/**
 * Adds settings that a text does not have: in the place of the comment that shows one, such as `# url: …`, or else at
 * its end. Nothing else in the text changes.
 *
 * @returns The text, and what it says otherwise of a setting, as whole sentences.
 */
export function addSettings(text: string, additions: Additions): { text: string; kept: string[] } {
  const document = parseDocument(text, { logLevel: 'silent' })
  const kept: string[] = []
  let added = text
  for (const [name, value] of Object.entries(additions))
    if (!document.has(name)) added = withSetting(added, name, value)
    else if (!value.startsWith('\n') && String(document.get(name)).replace(/\/$/, '') !== value)
      kept.push(`It names the ${name} ${String(document.get(name))} already.`)
  // What is no mapping has no place for settings.
  return document.errors.length > 0 || (document.contents !== null && !('items' in document.contents))
    ? { text, kept: ['It cannot be read.'] }
    : { text: added, kept }
}

/** Tells whether a text names a setting, in any spelling. */
export function hasSetting(text: string, name: string): boolean {
  const value: unknown = parseDocument(text, { logLevel: 'silent' }).toJS()
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => bareKey(key) === bareKey(name))
}

function withSetting(text: string, name: string, value: string): string {
  const comment = new RegExp(String.raw`^#[ \t]*${name}:.*$`, 'm')
  const line = `${name}:${value.startsWith('\n') ? '' : ' '}${value}`
  if (comment.test(text)) return text.replace(comment, () => line)
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`
}
