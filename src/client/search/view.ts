/** Groups of results → elements: as links of a page, or as the options of a list that is walked from the field over it. */
import { element } from '../element.ts'
import type { Group, Member } from './group.ts'
import type { Hit, Piece } from './hit.ts'

export type Form = 'links' | 'options'

const LABELS: Readonly<Record<string, string>> = {
  best: 'Called this',
  note: 'Notes',
  source: 'Sources',
  topic: 'Topics',
  page: 'Pages',
}
const ROLES = ['supports', 'disputes', 'qualifies', 'extends', 'background']

let made = 0

export function drawGroups(groups: readonly Group[], form: Form): HTMLElement[] {
  return groups.map((group) => drawGroup(group, form))
}

/** In one list, in their order. */
export const drawList = (hits: readonly Hit[], form: Form): HTMLElement =>
  group(
    form,
    'Results',
    '',
    [],
    hits.map((hit) => drawMember({ hit }, form, true)),
  )

function drawGroup({ kind, head, members }: Group, form: Form): HTMLElement {
  const items = members.map((member) => drawMember(member, form, kind === 'best'))
  if (head === undefined) {
    const label = LABELS[kind] ?? kind
    const heading = element(form === 'links' ? 'h2' : 'p', { class: 'label', ...hiddenIn(form) }, label)
    return group(form, label, '', [heading], items)
  }
  const status = head.hit?.status
  const facts = element('span', { class: 'label' }, status === undefined ? 'Inquiry' : `Inquiry · ${status}`)
  return group(form, head.title, ' question', [drawHit(head.hit ?? bare(head), form, [facts], 'h2')], items)
}

/** In a list of options nothing but options may be heard; the name of the group says the same. */
const hiddenIn = (form: Form): Record<string, string> => (form === 'options' ? { 'aria-hidden': 'true' } : {})

function group(form: Form, name: string, className: string, before: HTMLElement[], items: HTMLElement[]): HTMLElement {
  const isOptions = form === 'options'
  const list = element('ol', { class: 'hits', role: isOptions ? 'none' : undefined })
  for (const item of items) list.append(element('li', { role: isOptions ? 'none' : undefined }, item))
  return element(
    'section',
    { class: `group${className}`, 'aria-label': name, role: isOptions ? 'group' : undefined },
    ...before,
    ...(items.length > 0 ? [list] : []),
  )
}

/** An inquiry that is there because of its notes. */
const bare = ({ url, title }: { readonly url: string; readonly title: string }): Hit => ({
  ...{ url, title, landing: url, kind: 'inquiry', aliases: [], serves: [], excerpt: [], sections: [] },
})

function drawMember({ hit, role }: Member, form: Form, saysKind: boolean): HTMLElement {
  const roles = role === undefined ? hit.serves.map((served) => served.role) : [role]
  const known = ROLES.filter((each) => roles.includes(each))
  const facts = [
    ...(saysKind ? [[hit.kind, hit.status].filter(Boolean).join(' · ')] : []),
    ...(hit.source === undefined ? [] : [hit.source]),
    ...(saysKind && hit.date !== undefined ? [hit.date] : []),
  ].map((text) => element('span', {}, text))
  const marks = known.map((each) => element('span', { class: 'role', 'data-role': each }, each))
  return drawHit(hit, form, [...marks, ...facts], 'h3')
}

function drawHit(hit: Hit, form: Form, facts: readonly HTMLElement[], heading: 'h2' | 'h3'): HTMLElement {
  const inList = facts.filter((fact) => !fact.matches('.label'))
  const over = facts.filter((fact) => fact.matches('.label'))
  const parts = [
    ...(inList.length > 0 ? [element('span', { class: 'facts' }, ...inList)] : []),
    ...(hit.excerpt.length > 0 ? [element('span', { class: 'excerpt-of' }, ...hit.excerpt.map(piece))] : []),
  ]
  return form === 'links' ? asLinks(hit, over, parts, heading) : asOptions(hit, over, parts)
}

function asLinks(hit: Hit, over: HTMLElement[], parts: HTMLElement[], heading: 'h2' | 'h3'): HTMLElement {
  const link = element('a', { class: 'title plain', href: hit.landing }, hit.title)
  const sections = hit.sections.map(({ title, url }) =>
    element('li', {}, element('a', { class: 'plain', href: url }, title)),
  )
  return element(
    'div',
    { class: 'hit' },
    ...over,
    element(heading, {}, link),
    ...parts,
    ...(sections.length > 0 ? [element('ul', { class: 'sections', 'aria-label': 'Sections' }, ...sections)] : []),
  )
}

function asOptions(hit: Hit, over: HTMLElement[], parts: HTMLElement[]): HTMLElement {
  const title = element('span', { class: 'title' }, hit.title)
  const option = drawOption('hit', hit.landing, [...over, title, ...parts])
  const sections = hit.sections.map(({ title, url }) => drawOption('section', url, [title]))
  return sections.length === 0 ? option : element('div', { role: 'none' }, option, ...sections)
}

const drawOption = (className: string, href: string, children: readonly (Node | string)[]): HTMLElement =>
  element('a', { class: className, id: `found-${made++}`, role: 'option', tabindex: '-1', href }, ...children)

const piece = ({ text, isMatch }: Piece): Node => (isMatch ? element('mark', {}, text) : document.createTextNode(text))
