/**
 * This file shows notes in panes next to the text, as the address of the page says. Links in panes open in panes as
 * well. Back and Forward restore the panes that were open.
 */
import { element } from '../element.ts'
import { returnFocus } from './focus.ts'
import { isThisPage, isSitePage, isPlainClick, type Address, type Link, urlOf } from './links.ts'

type Opener = HTMLElement | Link
import { fetchPage } from './fetch-page.ts'
import { paneHeading, renderPane, scrollToFragment, pageLink } from './pane.ts'
import { addressWithPane, panesInUrl, addressWithoutPane } from './panes-in-url.ts'

const aside = element('aside', { class: 'panes' })
aside.ariaLabel = 'Beside the text'
/** These are the links that opened the panes, by the path of the pane. The focus returns to them. */
const openers = new Map<string, Opener>()

/** Returns the panes that are open, the oldest first. */
const panes = (): HTMLElement[] => [...aside.querySelectorAll<HTMLElement>('.pane')]
/** Returns the pane that shows the page at an address. */
const paneAt = ({ pathname }: Address): HTMLElement | undefined =>
  panes().find(({ dataset }) => dataset['at'] === pathname)

/**
 * Opens a page in a pane, or goes to the page where the window is too narrow for one or the page cannot be fetched.
 *
 * @param opener The link that the focus returns to when the pane is closed.
 * @param replaces Whether the pane replaces the present entry of the history.
 */
export async function openPane(link: Address, opener?: Opener, replaces = false): Promise<void> {
  if (isThisPage(link) || !matchMedia('(min-width: 900px)').matches || (await fetchPage(link)) === undefined) {
    location.assign(urlOf(link, link.hash))
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

/**
 * Opens and closes panes so that they are those that the address names, after a step in the history or when the page
 * is loaded.
 */
export async function restorePanes(): Promise<void> {
  const wanted = panesInUrl()
  const pages = await Promise.all(wanted.map(fetchPage))
  // The address may have changed while the pages were fetched.
  if (String(wanted) !== String(panesInUrl())) return
  const added = wanted.filter((at) => paneAt(at) === undefined)
  const shown = wanted.flatMap((at, index) => paneAt(at) ?? renderPane(pages[index], at) ?? [])
  const removed = panes().filter((pane) => !shown.includes(pane))
  const focused = removed.find((pane) => pane.contains(document.activeElement))
  for (const pane of removed) pane.remove()
  // A pane that is not moved keeps its scroll position.
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

/** Makes room for a number of panes, or takes their container out of the page when there are none. */
function layOutPanes(count: number): void {
  const root = document.documentElement
  root.toggleAttribute('data-beside', count > 0)
  root.style.setProperty('--panes', String(count))
  if (count === 0) aside.remove()
  else if (!aside.isConnected) document.querySelector('main')!.after(aside)
}

/** Returns the focus from a closed pane to the link that opened it, or else to the last pane, or else to the text. */
function restoreFocus({ dataset }: HTMLElement): void {
  const opener = openers.get(dataset['at']!)
  const last = panes().at(-1)
  if (opener?.checkVisibility() === true) returnFocus(opener)
  else if (last !== undefined) returnFocus(paneHeading(last))
  else returnFocus(document.querySelector('main')!)
}

/** Closes a pane by an entry in the history without it. */
function closePane(pane: HTMLElement): void {
  history.pushState(null, '', addressWithoutPane(pageLink(pane)))
  void restorePanes()
}

/** Handles the buttons of a pane, and opens the links in it in panes. */
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
  // The panes stay open, because the query is kept.
  else location.assign(location.search + link.hash)
}

/** Closes the newest pane on Escape, unless the key is meant for a dialog or a field. */
function onKey(event: KeyboardEvent): void {
  const last = panes().at(-1)
  const isElsewhere = (event.target as Element).closest('dialog, input, select, textarea') !== null
  if (event.key === 'Escape' && last !== undefined && !event.defaultPrevented && !isElsewhere) closePane(last)
}

aside.addEventListener('click', onClick)
document.addEventListener('keydown', onKey)
