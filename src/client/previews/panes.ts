/** Notes beside the essay, as the address of the page says. Links in them open beside as well; Back and Forward restore what was there. */
import { element } from '../element.ts'
import { returnFocus } from './focus.ts'
import { isThisPage, isSitePage, isPlainClick, type Address } from './links.ts'
import { fetchPage } from './fetch-page.ts'
import { paneHeading, renderPane, scrollToFragment, pageLink } from './pane.ts'
import { addressWithPane, panesInUrl, addressWithoutPane } from './panes-in-url.ts'

const aside = element('aside', { class: 'panes' })
aside.ariaLabel = 'Beside the text'
/** The links by which panes were opened, to which the focus returns. */
const openers = new Map<string, HTMLElement>()

const panes = (): HTMLElement[] => [...aside.querySelectorAll<HTMLElement>('.pane')]
const paneAt = ({ pathname }: Address): HTMLElement | undefined =>
  panes().find(({ dataset }) => dataset['at'] === pathname)

/**
 * Opens a page beside this one, or goes to it where that cannot be.
 * @param opener Where the focus returns when it is closed.
 * @param replaces Whether it takes the place of the present entry of the history.
 */
export async function openPane(link: HTMLAnchorElement, opener?: HTMLElement, replaces = false): Promise<void> {
  if (isThisPage(link) || !matchMedia('(min-width: 900px)').matches || (await fetchPage(link)) === undefined) {
    location.assign(link.href)
    return
  }
  if (opener !== undefined) openers.set(link.pathname, opener)
  history[replaces ? 'replaceState' : 'pushState'](null, '', addressWithPane(link))
  await restorePanes()
  const pane = paneAt(link)
  if (pane === undefined) return
  scrollToFragment(pane, link)
  paneHeading(pane).focus({ preventScroll: true })
}

/** Brings the panes in line with the address, after a step in the history or at the beginning. */
export async function restorePanes(): Promise<void> {
  const wanted = panesInUrl()
  const pages = await Promise.all(wanted.map(fetchPage))
  // Another step may have come meanwhile.
  if (String(wanted) !== String(panesInUrl())) return
  const added = wanted.filter((at) => paneAt(at) === undefined)
  const shown = wanted.flatMap((at, index) => paneAt(at) ?? renderPane(pages[index], at) ?? [])
  const removed = panes().filter((pane) => !shown.includes(pane))
  const focused = removed.find((pane) => pane.contains(document.activeElement))
  for (const pane of removed) pane.remove()
  // What stays in its place keeps how far it was read.
  shown.forEach((pane, index) => {
    if (aside.children[index] !== pane) aside.insertBefore(pane, aside.children[index] ?? null)
  })
  layOutPanes(shown.length)
  for (const at of added) {
    const pane = paneAt(at)
    if (pane !== undefined) scrollToFragment(pane, at)
  }
  if (focused !== undefined) restoreFocus(focused)
}

function layOutPanes(count: number): void {
  const root = document.documentElement
  root.toggleAttribute('data-beside', count > 0)
  root.style.setProperty('--panes', String(count))
  if (count === 0) aside.remove()
  else if (!aside.isConnected) document.querySelector('main')!.after(aside)
}

/** To the link by which the pane was opened, else to what is open still. */
function restoreFocus({ dataset }: HTMLElement): void {
  const opener = openers.get(dataset['at']!)
  const last = panes().at(-1)
  if (opener?.checkVisibility() === true) returnFocus(opener)
  else if (last !== undefined) returnFocus(paneHeading(last))
  else returnFocus(document.querySelector('main')!)
}

function closePane(pane: HTMLElement): void {
  history.pushState(null, '', addressWithoutPane(pageLink(pane)))
  void restorePanes()
}

function onClick(event: MouseEvent): void {
  const target = event.target as Element
  const pane = target.closest<HTMLElement>('.pane')
  if (pane === null) return
  if (target.matches('.close')) closePane(pane)
  if (target.matches('.spine')) void openPane(pageLink(pane))
  const link = target.closest<HTMLAnchorElement>('article a')
  if (link === null || !isPlainClick(event) || !isSitePage(link)) return
  event.preventDefault()
  if (!isThisPage(link)) void openPane(link, link)
  else if (link.hash === '') scrollTo(0, 0)
  // What stands beside stays.
  else location.assign(location.search + link.hash)
}

function onKey(event: KeyboardEvent): void {
  const last = panes().at(-1)
  const isElsewhere = (event.target as Element).closest('dialog, input, select, textarea') !== null
  if (event.key === 'Escape' && last !== undefined && !event.defaultPrevented && !isElsewhere) closePane(last)
}

aside.addEventListener('click', onClick)
document.addEventListener('keydown', onKey)
