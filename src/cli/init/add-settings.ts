/** Adds settings to a `site.yaml` that somebody has written. */
import { parseDocument } from 'yaml'

/** Settings by their names, each as YAML writes it. */
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
    else if (String(document.get(name)).replace(/\/$/, '') !== value)
      kept.push(`It names the ${name} ${String(document.get(name))} already.`)
  // What is no mapping has no place for settings.
  return document.errors.length > 0 || (document.contents !== null && !('items' in document.contents))
    ? { text, kept: ['It cannot be read.'] }
    : { text: added, kept }
}

function withSetting(text: string, name: string, value: string): string {
  const comment = new RegExp(String.raw`^#[ \t]*${name}:.*$`, 'm')
  const line = `${name}: ${value}`
  if (comment.test(text)) return text.replace(comment, () => line)
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`
}
