/** Completes the frontmatter: names of fields, and the values of those that name something or are one of few words. */
import { CompletionItemKind } from 'vscode-languageserver/node'
import { EXPLANATIONS } from '../../corpus/audit/rules.ts'
import { withQuotesIfNeeded } from '../../corpus/frontmatter/yaml-quotes.ts'
import type { Parsed } from '../../corpus/model/parsed.ts'
import { statusesOf } from '../../corpus/own-statuses.ts'
import { RELATION_NAMES } from '../../corpus/relation-words.ts'
import { SCHEMAS } from '../../corpus/schema/fields.ts'
import { bareKey, spellings } from '../../corpus/schema/spellings.ts'
import { KINDS, ROLES } from '../../corpus/vocabulary.ts'
import { fieldLine, fieldsAround, openBraces } from '../field-path.ts'
import type { Lines } from '../positions.ts'
import type { Workspace } from '../workspace.ts'
import type { Completion } from './in-text.ts'
import { writtenOf, type Offer } from './offer.ts'
import { partOffers, partValueOffers } from './in-parts.ts'
import { entryOffers, topicOffers, wordOffers, workOffers } from './offers.ts'

/** `  - inquiry: val`: indent, mark of an item, name of the field, value so far. */
const LINE = /^(\s*)(-\s+)?(?:["']?([\w -]+?)["']?\s*:)?(\s*)(.*)$/

/** Completes what is written in a line of the frontmatter before the cursor. */
export function completionInFields(
  workspace: Workspace,
  entry: Parsed,
  lines: Lines,
  line: number,
  before: string,
): Completion | undefined {
  const [, indent = '', item, key, gap = '', value = ''] = LINE.exec(before) ?? []
  if (key === undefined && indent === '' && item === undefined) return { written: value, offers: fieldOffers(entry) }
  const outer = indent === '' && item === undefined ? undefined : outerField(entry, lines, line)
  const field = key === undefined ? outer : fieldNamed(entry, key)
  if (outer === 'audit' && key === undefined) return { written: value, offers: ruleOffers() }
  const inner = key === undefined ? undefined : bareKey(key)
  if (outer === 'study' || outer === 'reasons' || field === 'study' || field === 'reasons')
    return completionInParts(workspace, lines, line, before)
  const offers = offersOf(workspace, entry, outer === undefined ? field : (inner ?? outer), outer)
  return offers && completionOfValue(value, offers, key !== undefined && gap === '')
}

/**
 * Completes a value.
 *
 * @param isAtColon Whether it begins right after the colon of its key.
 */
function completionOfValue(value: string, offers: Iterable<Offer>, isAtColon: boolean): Completion {
  // In a list on one line, only the last item is being written.
  const written = /^["'[]*(?:.*,\s*)?["'[]*(.*)$/.exec(value)?.[1] ?? value
  const space = isAtColon && value === '' ? ' ' : ''
  const isQuoted = /["'[]$/.test(value.slice(0, value.length - written.length))
  return { written, offers: written.includes('[') ? [] : quoted(offers, isQuoted, space) }
}

/** Completes a part of a field that says several things, on a line of its own or among others in braces. */
function completionInParts(workspace: Workspace, lines: Lines, line: number, before: string): Completion | undefined {
  const braces = openBraces(before)
  const around = [...fieldsAround(lines, line, fieldLine(before).column), ...(braces?.keys ?? [])]
  const { key, value } = fieldLine(braces?.part ?? before)
  if (key === undefined) return around.length === 0 ? undefined : { written: value, offers: partOffers(around) }
  const offers = partValueOffers(workspace.site.settings, around, key)
  return offers && completionOfValue(value, offers, before.endsWith(':'))
}

/** Names for YAML have quotes where they need some, unless one has begun. */
function* quoted(offers: Iterable<Offer>, isQuoted: boolean, space: string): Generator<Offer> {
  for (const offer of offers)
    yield { ...offer, written: () => space + (isQuoted ? same : withQuotesIfNeeded)(writtenOf(offer)) }
}

const same = (text: string): string => text

function offersOf(
  workspace: Workspace,
  { path }: Parsed,
  field: string | undefined,
  outer: string | undefined,
): Iterable<Offer> | undefined {
  const isOfInquiry = outer === 'inquiries' || outer === 'next'
  if (isOfInquiry && field === 'role') return wordOffers(ROLES)
  if (isOfInquiry && field !== outer && field !== 'inquiry') return undefined
  switch (isOfInquiry ? outer : field) {
    case 'inquiries':
    case 'next':
      return entryOffers(workspace, path, '', 'inquiry')
    case 'status':
      return wordOffers(statusesOf(workspace.site.settings))
    case 'type':
      return wordOffers(KINDS.filter((kind) => kind !== 'canvas'))
    case 'topics':
      return topicOffers(workspace)
    case 'source':
      return workOffers(workspace)
    default:
      return RELATION_NAMES.some((name) => name === field) ? entryOffers(workspace, path) : undefined
  }
}

const fieldNamed = ({ kind }: Parsed, key: string): string =>
  bareKey(key) === 'type' ? 'type' : (spellings(SCHEMAS[kind]).get(bareKey(key)) ?? key)

/** Returns the field of the first level in which a line stands. */
function outerField(entry: Parsed, lines: Lines, line: number): string | undefined {
  for (let above = line; above > 0; above--) {
    const key = /^["']?([\w-][\w -]*?)["']?\s*:/.exec(lines.line(above))?.[1]
    if (key !== undefined && above < line) return fieldNamed(entry, key)
  }
  return undefined
}

const fieldOffers = ({ kind }: Parsed): Offer[] =>
  Object.entries(SCHEMAS[kind].shape).map(([name, field]) => ({
    label: name,
    written: () => `${name}:`,
    documentation: (field as { description?: string }).description ?? '',
    kind: CompletionItemKind.Property,
  }))

const ruleOffers = (): Offer[] =>
  Object.entries(EXPLANATIONS).map(([rule, { title, why }]) => ({
    label: rule,
    written: () => `${rule}: `,
    detail: title,
    documentation: why,
    kind: CompletionItemKind.Property,
  }))
