/**
 * This file renders groups of hits as elements: as links of a page, or as the options of a list that the search field
 * owns.
 */
import { element } from '../element.ts'
import { fieldsOf } from './fields.ts'
import type { Group, Member } from './group.ts'
import type { Hit } from './hit.ts'
import type { Piece } from './piece.ts'
import { words } from '../words.ts'

/** This says how results are rendered: as links of a page, or as options of a list. */
export type ResultLayout = 'links' | 'options'

/** Returns the word for a value that the index has in the same form in every language, or the value itself. */
const wordFor = (table: Readonly<Record<string, string>>, value = ''): string => table[value] ?? value
/** Returns the label of a group by its kind. */
const labelOf = (kind: string): string => (kind === 'best' ? words().search.best : wordFor(words().kinds, kind))
/** These are the roles in the order in which they are shown. */
const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background']

/** This is the number of options that were rendered so far, which makes their ids unique. */
let optionCount = 0

/**
 * Renders each group as a section.
 *
 * @param moreOn Returns the address of all results on an inquiry, where not all are shown.
 */
export function renderGroups(
  groups: readonly Group[],
  layout: ResultLayout,
  moreOn: (inquiry: string) => string | undefined,
): HTMLElement[] {
  return groups.map((group) => renderGroup(group, layout, moreOn))
}

/** Renders hits as one section, in their order. */
export const renderList = (hits: readonly Hit[], layout: ResultLayout): HTMLElement =>
  renderSection(
    layout,
    words().search.results,
    '',
    [],
    hits.map((hit) => renderMember({ hit }, layout, true)),
  )

/** Renders a group under its inquiry, or under the label of its kind. */
function renderGroup(
  { kind, head, members }: Group,
  layout: ResultLayout,
  moreOn: (inquiry: string) => string | undefined,
): HTMLElement {
  const items = members.map((member) => renderMember(member, layout, kind === 'best'))
  if (head === undefined) {
    const label = labelOf(kind)
    const heading = element(layout === 'links' ? 'h2' : 'p', { class: 'label', ...hiddenIn(layout) }, label)
    return renderSection(layout, label, '', [heading], items)
  }
  const status = head.hit?.status
  const { search, statuses } = words()
  const label = [search.inquiry, wordFor(statuses, status)].filter(Boolean).join(' · ')
  const facts = element('span', { class: 'label' }, label)
  const section = renderSection(
    layout,
    head.title,
    ' question',
    [renderHit(head.hit ?? hitOfInquiry(head), layout, [facts], 'h2')],
    items,
  )
  const more = layout === 'links' && members.length > 0 ? moreOn(head.url) : undefined
  if (more !== undefined) section.append(element('a', { class: 'more-on', href: more }, search.moreOn))
  return section
}

/**
 * Returns the attributes of the label of a group. Screen readers may meet only options in a list of options, so the
 * label is hidden from them there; the name of the group says the same.
 */
const hiddenIn = (layout: ResultLayout): Record<string, string> =>
  layout === 'options' ? { 'aria-hidden': 'true' } : {}

/** Renders a section with its name, what comes before its list, and the items of the list. */
function renderSection(
  layout: ResultLayout,
  name: string,
  className: string,
  before: HTMLElement[],
  items: HTMLElement[],
): HTMLElement {
  const isOptions = layout === 'options'
  const list = element('ol', { class: 'hits', role: isOptions ? 'none' : undefined })
  for (const item of items) list.append(element('li', { role: isOptions ? 'none' : undefined }, item))
  return element(
    'section',
    { class: `group${className}`, 'aria-label': name, role: isOptions ? 'group' : undefined },
    ...before,
    ...(items.length > 0 ? [list] : []),
  )
}

/** Makes a hit of an inquiry that is shown only because of its notes. */
const hitOfInquiry = ({ url, title }: { readonly url: string; readonly title: string }): Hit => ({
  ...{ url, title, matchUrl: url, kind: 'inquiry', aliases: [], serves: [], excerpt: [], sections: [] },
  titlePieces: [{ text: title, isMatch: false }],
})

/**
 * Renders a hit with its roles and facts.
 *
 * @param saysKind Whether the kind, the status and the date are among the facts.
 */
function renderMember({ hit, role }: Member, layout: ResultLayout, saysKind: boolean): HTMLElement {
  const { filterKinds, roles: roleNames, statuses } = words()
  const roles = role === undefined ? hit.serves.map((served) => served.role) : [role]
  const known = ROLES.filter((each) => roles.includes(each))
  const facts = [
    ...(saysKind ? [[wordFor(filterKinds, hit.kind), wordFor(statuses, hit.status)].filter(Boolean).join(' · ')] : []),
    ...(hit.source === undefined ? [] : [hit.source]),
    ...(hit.place === undefined ? [] : [hit.place]),
    ...(saysKind && hit.date !== undefined ? [hit.date] : []),
  ].map((text) => element('span', {}, text))
  const roleMarks = known.map((each) => element('span', { class: 'role', 'data-role': each }, wordFor(roleNames, each)))
  return renderHit(hit, layout, [...roleMarks, ...facts], 'h3')
}

/** Renders a hit. Facts with the class `label` go above the title, the others below it. */
function renderHit(hit: Hit, layout: ResultLayout, facts: readonly HTMLElement[], heading: 'h2' | 'h3'): HTMLElement {
  const inline = facts.filter((fact) => !fact.matches('.label'))
  const labels = facts.filter((fact) => fact.matches('.label'))
  const parts = [
    ...fieldsOf(hit),
    ...(inline.length > 0 ? [element('span', { class: 'facts' }, ...inline)] : []),
    ...(hit.excerpt.length > 0 ? [element('span', { class: 'excerpt-of' }, ...hit.excerpt.map(renderPiece))] : []),
  ]
  return layout === 'links' ? renderAsLinks(hit, labels, parts, heading) : renderAsOptions(hit, labels, parts)
}

/** Renders a hit as links to the match and to its sections. */
function renderAsLinks(hit: Hit, labels: HTMLElement[], parts: HTMLElement[], heading: 'h2' | 'h3'): HTMLElement {
  const link = element('a', { class: 'title plain', href: hit.matchUrl }, ...hit.titlePieces.map(renderPiece))
  const sections = hit.sections.map(({ title, url }) =>
    element('li', {}, element('a', { class: 'plain', href: url }, title)),
  )
  return element(
    'div',
    { class: 'hit' },
    ...labels,
    element(heading, {}, link),
    ...parts,
    ...(sections.length > 0
      ? [element('ul', { class: 'sections', 'aria-label': words().search.sections }, ...sections)]
      : []),
  )
}

/** Renders a hit as an option, and its sections as options after it. */
function renderAsOptions(hit: Hit, labels: HTMLElement[], parts: HTMLElement[]): HTMLElement {
  const title = element('span', { class: 'title' }, ...hit.titlePieces.map(renderPiece))
  const option = renderOption('hit', hit.matchUrl, [...labels, title, ...parts])
  const sections = hit.sections.map(({ title, url }) => renderOption('section', url, [title]))
  return sections.length === 0 ? option : element('div', { role: 'none' }, option, ...sections)
}

/** Renders an option. It cannot be reached by the tab key, because the field keeps the focus. */
const renderOption = (className: string, href: string, children: readonly (Node | string)[]): HTMLElement =>
  element('a', { class: className, id: `found-${optionCount++}`, role: 'option', tabindex: '-1', href }, ...children)

/** Renders a piece of an excerpt. A match is in `<mark>`. */
const renderPiece = ({ text, isMatch }: Piece): Node =>
  isMatch ? element('mark', {}, text) : document.createTextNode(text)
