import { withQuotesIfNeeded } from '../../corpus/frontmatter/yaml-quotes.ts'
import type { Parsed } from '../../corpus/model/parsed.ts'
import { fieldMentions } from '../../corpus/rename/field-mentions.ts'
import { resolveField } from '../../corpus/link/resolve.ts'
import type { TextEdit } from '../../corpus/rename/text-edits.ts'
import { ROLES, type Role } from '../../corpus/vocabulary.ts'
import { namedAt } from '../named-at.ts'
import { nameFor } from '../completion/offers.ts'
import type { Workspace } from '../workspace.ts'
import type { Fixer } from './fix.ts'
import { inField } from './in-field.ts'

/** Says in a note that an essay cites how it bears on the inquiry. */
export const declareRole: Fixer = (workspace, open, { rule, start }) => {
  if (rule !== 'role-undeclared') return []
  const meant = namedAt(workspace, open, start)?.meant
  const note = meant?.type === 'file' ? workspace.site.content.parsedAt(meant.path) : undefined
  if (note === undefined) return []
  return ROLES.flatMap((role) => {
    const edit = roleIn(workspace, note, open.entry, role)
    return edit === undefined ? [] : [{ title: `${TITLES[role]} (${note.title})`, path: note.path, edits: [edit] }]
  })
}

const TITLES: Readonly<Record<Role, string>> = {
  supports: 'Say that the note supports this inquiry',
  disputes: 'Say that the note disputes this inquiry',
  qualifies: 'Say that the note qualifies this inquiry',
  extends: 'Say that the note extends this inquiry',
  background: 'Say that the note is background',
}

function roleIn(workspace: Workspace, note: Parsed, inquiry: Parsed, role: Role): TextEdit | undefined {
  const { names, content } = workspace.site
  const mention = fieldMentions(note, content.dialect.wikilinks).find(({ start, end, decode, kind }) => {
    const found =
      kind === 'inquiry' ? resolveField(names, note.path, decode(note.text.slice(start, end)).trim(), kind) : undefined
    return found?.type === 'found' && found.path === inquiry.path
  })
  if (mention !== undefined) return besideName(note.text, mention.start, role)
  const name = withQuotesIfNeeded(nameFor(workspace, inquiry, note.path))
  return inField(note, 'inquiries', [`- inquiry: ${name}`, `  role: ${role}`])
}

/** Adds a role to an inquiry that is named already, where it stands on a line of its own. */
function besideName(text: string, at: number, role: Role): TextEdit | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  const line = text.slice(start, end)
  const mapping = /^(\s*(?:-\s+)?)inquiry\s*:/.exec(line)
  if (mapping !== null) return { start: end, end, text: `\n${' '.repeat(mapping[1]!.length)}role: ${role}` }
  const item = /^(\s*-\s+)(\S.*)$/.exec(line)
  if (item === null) return undefined
  return { start, end, text: `${item[1]}inquiry: ${item[2]}\n${' '.repeat(item[1]!.length)}role: ${role}` }
}
