/**
 * On a phone, what a link leads to, in a sheet from below. While it is open the history has an entry for it, so that Back closes it; what
 * it leads to takes the place of that entry.
 */
import { element } from '../element.ts'
import { renderExcerpt, type RenderedExcerpt } from './render-excerpt.ts'
import { returnFocus } from './focus.ts'
import { pushSheet, sheetInHistory } from './history.ts'
import { isPlain } from './links.ts'
import { openBeside } from './panes.ts'

/** Milliseconds that a tap may wait for the page; then it goes there. */
const PATIENCE = 1000

let sheet: HTMLDialogElement | undefined
let tapped: HTMLAnchorElement | undefined

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('#main .prose a')]

/** Shows what a link leads to, or follows it when that cannot be had in time. */
export async function openSheet(link: HTMLAnchorElement): Promise<void> {
  tapped = link
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE))
  const excerpt = await Promise.race([renderExcerpt(link), late])
  if (link !== tapped) return
  if (excerpt === undefined) {
    location.assign(link.href)
    return
  }
  pushSheet(links().indexOf(link))
  show(link, excerpt)
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
  if (excerpt !== undefined && sheetInHistory() === index) show(link, excerpt)
}

function show(link: HTMLAnchorElement, excerpt: RenderedExcerpt): void {
  const made = dialogOf(link, excerpt)
  sheet?.remove()
  sheet = made
  document.body.append(made)
  made.showModal()
  // Itself, so that one hears what it is; left alone, the focus goes to the first link in it.
  made.focus()
  made.addEventListener('click', (event) => onClick(event, made, link))
  made.addEventListener('close', () => onClose(made, link))
}

function dialogOf(link: HTMLAnchorElement, { box, title, label, kind }: RenderedExcerpt): HTMLDialogElement {
  const close = element('button', { class: 'close' }, 'Close')
  close.type = 'button'
  const go = element('a', { class: 'go' }, label.startsWith('Footnote') ? 'Go to the footnote' : `Open ${kind}`)
  go.href = link.href
  const beside = box.querySelector('.open-beside')
  const made = element(
    'dialog',
    { class: 'sheet' },
    box,
    element('p', { class: 'sheet-ways' }, go, ...(beside === null ? [] : [beside]), close),
  )
  made.ariaLabel = title || label
  made.tabIndex = -1
  return made
}

function onClick(event: MouseEvent, dialog: HTMLDialogElement, link: HTMLAnchorElement): void {
  const target = event.target as Element
  const way = target === dialog && isUpon(event, link) ? link : target.closest('a')
  if (way === null) {
    if (target === dialog || target.matches('.close')) dialog.close()
    return
  }
  if (!isPlain(event)) return
  event.preventDefault()
  leave(dialog, way, link)
}

/** A tap beside the sheet closes it, unless it is one more tap on the link. */
const isUpon = ({ clientX: x, clientY: y }: MouseEvent, link: Element): boolean =>
  [...link.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)

function leave(dialog: HTMLDialogElement, way: HTMLAnchorElement, link: HTMLAnchorElement): void {
  history.replaceState(null, '')
  dialog.close()
  if (way.matches('.open-beside')) void openBeside(link, link, true)
  else location.replace(way.href)
}

function onClose(dialog: HTMLDialogElement, link: HTMLAnchorElement): void {
  dialog.remove()
  if (sheet === dialog) sheet = undefined
  if (sheetInHistory() !== undefined) history.back()
  // Where the sheet gave way to a pane, that has the focus.
  if (document.activeElement?.closest('.pane') != null) return
  returnFocus(link)
}
