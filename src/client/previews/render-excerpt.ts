/** This file renders an excerpt, in a preview and in the sheet alike. */
import { addStylesOf } from './copy.ts'
import { element } from '../element.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import { isThisPage, type Link } from './links.ts'
import { fetchPage } from './fetch-page.ts'
import { addressWithPane } from './panes-in-url.ts'
import { words } from '../words.ts'

/** This is an excerpt together with the element that shows it. */
export interface RenderedExcerpt extends Excerpt {
  readonly box: HTMLElement
  /** This is the kind of the entry: `inquiry`, `note` or `page`. */
  readonly kind: string
}

/**
 * Fetches what a link leads to and renders the excerpt.
 *
 * @returns The excerpt, or undefined when there is nothing to show, whatever the reason. The link itself still works.
 */
export async function renderExcerpt(link: Link): Promise<RenderedExcerpt | undefined> {
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

/** Renders the role in which a note bears on the page that is read, as the link to the note says. */
function roleOf({ dataset: { role } }: Link): HTMLElement[] {
  if (role === undefined) return []
  const { roles } = words()
  const label = element('span', { class: 'role' }, roles[role as keyof typeof roles])
  label.dataset['role'] = role
  return [label]
}

/** Renders the link that opens the page in a pane. The style sheet hides it where there is no room for one. */
function openPaneLink(link: Link): HTMLElement[] {
  if (isThisPage(link)) return []
  const anchor = element('a', { class: 'open-beside' }, words().previews.openBeside)
  anchor.href = addressWithPane(link)
  return [anchor]
}
