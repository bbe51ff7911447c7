/**
 * This file shows what a link leads to in a sheet at the bottom of a phone. While the sheet is open the history has
 * an entry for it, so that Back closes it. A page that is opened from the sheet replaces that entry.
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { returnFocus } from './focus.ts'
import { pushSheet, sheetInHistory } from './history.ts'
import { isPlainClick, type Link, previewableLinkAt, SHEET_LINKS, urlOf } from './links.ts'
import { openPane } from './panes.ts'
import { words } from '../words.ts'

/** This is the time in milliseconds that a tap waits for the excerpt before the browser goes to the page. */
const MAX_WAIT = 1000

/** This is the sheet that is open. */
let sheet: HTMLDialogElement | undefined
/** This is the link that was tapped last. */
let tapped: Link | undefined

/** Returns the links that a sheet may open for, by whose indexes the history names them. */
const links = (): Link[] => [...document.querySelectorAll(SHEET_LINKS)].flatMap((link) => previewableLinkAt(link) ?? [])

/** Shows what a link leads to in the sheet, or follows the link when the excerpt does not come in time. */
export async function openSheet(link: Link): Promise<void> {
  tapped = link
  const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, MAX_WAIT))
  const excerpt = await Promise.race([renderExcerpt(link), timeout])
  if (link !== tapped) return
  if (excerpt === undefined) {
    location.assign(urlOf(link, link.hash))
    return
  }
  pushSheet(links().indexOf(link))
  showSheet(link, excerpt)
}

/** Opens or closes the sheet so that it agrees with the history, after a step in it or when the page is loaded. */
export async function restoreSheet(): Promise<void> {
  const index = sheetInHistory()
  const link = index === undefined ? undefined : links()[index]
  if (link === undefined) {
    const dialog = sheet
    // A sheet tells only later that it was closed. By then the history may have gone on to another step.
    sheet = undefined
    dialog?.close()
    return
  }
  const excerpt = sheet === undefined ? await renderExcerpt(link) : undefined
  if (excerpt !== undefined && sheetInHistory() === index) showSheet(link, excerpt)
}

/** Shows an excerpt in the sheet, in place of the one that is open. */
function showSheet(link: Link, excerpt: RenderedExcerpt): void {
  const dialog = renderSheet(link, excerpt)
  sheet?.remove()
  sheet = dialog
  document.body.append(dialog)
  dialog.showModal()
  // The sheet itself takes the focus, so that a screen reader says what it is. By default the first link in it would.
  dialog.focus()
  dialog.addEventListener('click', (event) => onClick(event, dialog, link))
  dialog.addEventListener('close', () => onClose(dialog, link))
}

/** Renders the sheet as a dialog: the excerpt, and under it the links to follow. */
function renderSheet(link: Link, { box, title, label, kind, isFootnote }: RenderedExcerpt): HTMLDialogElement {
  const { goToFootnote, open } = words().previews
  const close = element('button', { class: 'close' }, words().close)
  close.type = 'button'
  const go = element('a', { class: 'go' }, isFootnote ? goToFootnote : open[kind as keyof typeof open])
  go.href = urlOf(link, link.hash)
  const paneLink = box.querySelector('.open-beside')
  const dialog = element(
    'dialog',
    { class: 'sheet' },
    box,
    element('p', { class: 'sheet-ways' }, go, ...(paneLink === null ? [] : [paneLink]), close),
  )
  dialog.ariaLabel = title || label
  dialog.tabIndex = -1
  return dialog
}

/** Handles a click in the sheet: it follows a link, or closes the sheet. */
function onClick(event: MouseEvent, dialog: HTMLDialogElement, link: Link): void {
  const target = event.target as Element
  const chosenLink = target === dialog && isOver(event, link) ? link : target.closest('a')
  if (chosenLink === null) {
    if (target === dialog || target.matches('.close')) dialog.close()
    return
  }
  if (!isPlainClick(event)) return
  event.preventDefault()
  followFromSheet(dialog, chosenLink, link)
}

/**
 * Tells whether a click is on a link under the sheet. A tap outside the sheet closes it, but a second tap on the link
 * follows the link.
 */
const isOver = ({ clientX: x, clientY: y }: MouseEvent, link: Element): boolean =>
  [...link.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)

/**
 * Closes the sheet and follows a link from it, in a pane or as a page. The entry of the sheet in the history is
 * replaced.
 */
function followFromSheet(dialog: HTMLDialogElement, chosenLink: Element, link: Link): void {
  history.replaceState(null, '')
  dialog.close()
  if (chosenLink.matches('.open-beside')) void openPane(link, link, true)
  else location.replace(chosenLink.getAttribute('href')!)
}

/** Takes the sheet out of the page and out of the history, and returns the focus to its link. */
function onClose(dialog: HTMLDialogElement, link: Link): void {
  dialog.remove()
  if (sheet === dialog) {
    sheet = undefined
    if (sheetInHistory() !== undefined) history.back()
  }
  // If a pane opened from the sheet, it has the focus.
  if (document.activeElement?.closest('.pane') != null) return
  returnFocus(link)
}
