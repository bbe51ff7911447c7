/** An excerpt as it is drawn, in a preview and in the sheet alike. */
import { addStylesOf } from './copy.ts'
import { element } from '../element.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import { isThisPage } from './links.ts'
import { fetchPage } from './fetch-page.ts'
import { addressWithPane } from './panes-in-url.ts'

export interface RenderedExcerpt extends Excerpt {
  readonly box: HTMLElement
  /** `inquiry`, `note` or `page`. */
  readonly kind: string
}

/** @returns Undefined when there is nothing to show, whatever the reason; the link itself still works. */
export async function renderExcerpt(link: HTMLAnchorElement): Promise<RenderedExcerpt | undefined> {
  const page = await fetchPage(link)
  const excerpt = page && excerptOf(page, link)
  if (page === undefined || excerpt === undefined) return undefined
  addStylesOf(page)
  const { label, title, content } = excerpt
  const head = element(
    'p',
    { class: 'excerpt-line' },
    element('span', { class: 'label' }, label),
    ...roleOf(link),
    ...openPaneLink(link),
  )
  const box = element(
    'div',
    { class: 'excerpt' },
    head,
    ...(title === '' ? [] : [element('p', { class: 'excerpt-title' }, title)]),
    ...content,
  )
  const kind = page.querySelector<HTMLElement>('#main article')?.dataset['kind'] ?? 'page'
  return { ...excerpt, box, kind }
}

/** How what is shown bears on what is being read, as the link to it says. */
function roleOf({ dataset: { role } }: HTMLAnchorElement): HTMLElement[] {
  if (role === undefined) return []
  const label = element('span', { class: 'role' }, role)
  label.dataset['role'] = role
  return [label]
}

/** Shown only where there is room beside the text. */
function openPaneLink(link: HTMLAnchorElement): HTMLElement[] {
  if (isThisPage(link)) return []
  const anchor = element('a', { class: 'open-beside' }, 'Open beside')
  anchor.href = addressWithPane(link)
  return [anchor]
}
