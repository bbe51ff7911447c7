/** An excerpt as it is drawn, in a preview and in the sheet alike. */
import { bringStyles } from './copy.ts'
import { element } from '../element.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import { isHere } from './links.ts'
import { pageAt } from './fetch-page.ts'
import { addressWithPane } from './panes-in-url.ts'

export interface RenderedExcerpt extends Excerpt {
  readonly box: HTMLElement
  /** `inquiry`, `note` or `page`. */
  readonly kind: string
}

/** @returns Undefined when there is nothing to show, whatever the reason; the link itself still works. */
export async function renderExcerpt(link: HTMLAnchorElement): Promise<RenderedExcerpt | undefined> {
  const page = await pageAt(link)
  const excerpt = page && excerptOf(page, link)
  if (page === undefined || excerpt === undefined) return undefined
  bringStyles(page)
  const { label, title, content } = excerpt
  const line = element(
    'p',
    { class: 'excerpt-line' },
    element('span', { class: 'label' }, label),
    ...roleOf(link),
    ...besideLink(link),
  )
  const box = element(
    'div',
    { class: 'excerpt' },
    line,
    ...(title === '' ? [] : [element('p', { class: 'excerpt-title' }, title)]),
    ...content,
  )
  const kind = page.querySelector<HTMLElement>('#main article')?.dataset['kind'] ?? 'page'
  return { ...excerpt, box, kind }
}

/** How what is shown bears on what is being read, as the link to it says. */
function roleOf({ dataset: { role } }: HTMLAnchorElement): HTMLElement[] {
  if (role === undefined) return []
  const mark = element('span', { class: 'role' }, role)
  mark.dataset['role'] = role
  return [mark]
}

/** Shown only where there is room beside the text. */
function besideLink(link: HTMLAnchorElement): HTMLElement[] {
  if (isHere(link)) return []
  const beside = element('a', { class: 'open-beside' }, 'Open beside')
  beside.href = addressWithPane(link)
  return [beside]
}
