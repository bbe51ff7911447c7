/**
 * What a page does beyond being read: links show what they lead to, on a phone in a sheet, and open it beside the text. This only
 * listens; what it takes is loaded when it is first needed.
 */
import { withStyles } from '../lazy.ts'
import { sheetInHistory } from './history.ts'
import { opensSheet, isPlainClick, previewableLinkAt } from './links.ts'

type Previews = typeof import('./index.ts')

let loading: Promise<Previews> | undefined
let isTouch = false
/** The link that was tapped last: tapped again, it is followed. */
let tapped: HTMLAnchorElement | undefined

/** A script that cannot be had is no loss: the links work without it. */
function withPreviews(use: (previews: Previews) => unknown, otherwise = (): void => undefined): void {
  loading ??= withStyles(import('./index.ts'))
  loading.then(use, () => {
    loading = undefined
    otherwise()
  })
}

function requestPreview(target: EventTarget | null): void {
  const link = previewableLinkAt(target)
  if (link !== undefined || loading !== undefined) withPreviews(({ previewSoon }) => previewSoon(link))
}

function onClick(event: MouseEvent): void {
  const link = previewableLinkAt(event.target)
  if (link === undefined || !isPlainClick(event)) return
  if (isTouch && event.detail > 0 && link !== tapped && opensSheet(link)) {
    event.preventDefault()
    tapped = link
    withPreviews(
      ({ openSheet }) => openSheet(link),
      () => location.assign(link.href),
    )
  } else if (loading !== undefined) withPreviews(({ dismissPreview }) => dismissPreview(link))
}

/** What the address and the history say is open. */
function restoreOpened(): void {
  const isNeeded = new URLSearchParams(location.search).has('beside') || sheetInHistory() !== undefined
  if (isNeeded || loading !== undefined)
    withPreviews(({ restorePanes, restoreSheet }) => Promise.all([restorePanes(), restoreSheet()]))
}

document.addEventListener('pointerdown', ({ pointerType, target }) => {
  isTouch = pointerType === 'touch'
  if (isTouch && previewableLinkAt(target) !== undefined) withPreviews(() => undefined)
})
// With a button down, one selects text.
document.addEventListener('pointerover', ({ pointerType, buttons, target }) => {
  if (pointerType !== 'touch') requestPreview(buttons === 0 ? target : null)
})
document.addEventListener('pointerout', ({ relatedTarget }) => relatedTarget === null && requestPreview(null))
document.addEventListener('focusin', ({ target }) => {
  if ((target as Element).matches(':focus-visible')) requestPreview(target)
})
document.addEventListener('focusout', () => loading !== undefined && requestPreview(null))
document.addEventListener('click', onClick)
addEventListener('popstate', restoreOpened)
restoreOpened()
