/**
 * On a phone, what a link leads to, in a sheet from below. While it is open the history has an entry for it, so that Back closes it; what
 * it leads to takes the place of that entry.
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { returnFocus } from './focus.ts'
import { pushSheet, sheetInHistory } from './history.ts'
import { isPlainClick } from './links.ts'
import { openPane } from './panes.ts'

/** Milliseconds that a tap may wait for the page; then it goes there. */
const MAX_WAIT = 1000

let sheet: HTMLDialogElement | undefined
let tapped: HTMLAnchorElement | undefined

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('#main .prose a')]

/** Shows what a link leads to, or follows it when that cannot be had in time. */
export async function openSheet(link: HTMLAnchorElement): Promise<void> {
  tapped = link
  const timeout = new Promise<undefined>((resolve) => setTimeout(resolve, MAX_WAIT))
  const excerpt = await Promise.race([renderExcerpt(link), timeout])
  if (link !== tapped) return
  if (excerpt === undefined) {
    location.assign(link.href)
    return
  }
  pushSheet(links().indexOf(link))
  showSheet(link, excerpt)
}

/** Brings the sheet in line with the history, after a step in it or a reload. */
export async function restoreSheet(): Promise<void> {
  const index = sheetInHistory()
  const link = index === undefined ? undefined : links()[index]
  if (link === undefined) {
    sheet?.close()
    return
  }
  const excerpt = sheet === undefined ? await renderExcerpt(link) : undefined
  if (excerpt !== undefined && sheetInHistory() === index) showSheet(link, excerpt)
}

function showSheet(link: HTMLAnchorElement, excerpt: RenderedExcerpt): void {
  const dialog = renderSheet(link, excerpt)
  sheet?.remove()
  sheet = dialog
  document.body.append(dialog)
  dialog.showModal()
  // Itself, so that one hears what it is; left alone, the focus goes to the first link in it.
  dialog.focus()
  dialog.addEventListener('click', (event) => onClick(event, dialog, link))
  dialog.addEventListener('close', () => onClose(dialog, link))
}

function renderSheet(link: HTMLAnchorElement, { box, title, label, kind }: RenderedExcerpt): HTMLDialogElement {
  const close = element('button', { class: 'close' }, 'Close')
  close.type = 'button'
  const go = element('a', { class: 'go' }, label.startsWith('Footnote') ? 'Go to the footnote' : `Open ${kind}`)
  go.href = link.href
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

function onClick(event: MouseEvent, dialog: HTMLDialogElement, link: HTMLAnchorElement): void {
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

/** A tap beside the sheet closes it, unless it is one more tap on the link. */
const isOver = ({ clientX: x, clientY: y }: MouseEvent, link: Element): boolean =>
  [...link.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)

function followFromSheet(dialog: HTMLDialogElement, chosenLink: HTMLAnchorElement, link: HTMLAnchorElement): void {
  history.replaceState(null, '')
  dialog.close()
  if (chosenLink.matches('.open-beside')) void openPane(link, link, true)
  else location.replace(chosenLink.href)
}

function onClose(dialog: HTMLDialogElement, link: HTMLAnchorElement): void {
  dialog.remove()
  if (sheet === dialog) sheet = undefined
  if (sheetInHistory() !== undefined) history.back()
  // Where the sheet gave way to a pane, that has the focus.
  if (document.activeElement?.closest('.pane') != null) return
  returnFocus(link)
}
