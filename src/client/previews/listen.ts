/**
 * This file listens for what opens previews, panes and the sheet: links show what they lead to, on a phone in a
 * sheet, and can open it in a pane. The script that does so is loaded when it is first needed.
 */
import { withStyles } from '../lazy.ts'
import { sheetInHistory } from './history.ts'
import { type Link, opensPane, opensSheet, isPlainClick, previewableLinkAt, urlOf } from './links.ts'

type Previews = typeof import('./index.ts')

/** These are the previews once they were asked for, or undefined before that and after a failure. */
let loading: Promise<Previews> | undefined
/** This tells whether the last pointer that was pressed was a finger. */
let isTouch = false
/** This is the link that was tapped last. If it is tapped again, it is followed. */
let tapped: Link | undefined

/** Loads the previews and calls a function with them. If they cannot be loaded, the links work without them. */
function withPreviews(use: (previews: Previews) => unknown, otherwise = (): void => undefined): void {
  loading ??= withStyles(import('./index.ts'))
  loading.then(use, () => {
    loading = undefined
    otherwise()
  })
}

/** Tells the previews which link the pointer or the focus is on now. They are loaded for the first link. */
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
      () => location.assign(urlOf(link, link.hash)),
    )
  } else if (opensPane(link)) {
    event.preventDefault()
    withPreviews(
      ({ dismissPreview, openPane }) => {
        dismissPreview(link)
        return openPane(link, link)
      },
      () => location.assign(urlOf(link)),
    )
  } else if (loading !== undefined) withPreviews(({ dismissPreview }) => dismissPreview(link))
}

/** Opens the panes and the sheet that the address and the history name. */
function restoreOpened(): void {
  const isNeeded = new URLSearchParams(location.search).has('beside') || sheetInHistory() !== undefined
  if (isNeeded || loading !== undefined)
    withPreviews(({ restorePanes, restoreSheet }) => Promise.all([restorePanes(), restoreSheet()]))
}

document.addEventListener('pointerdown', ({ pointerType, target }) => {
  isTouch = pointerType === 'touch'
  if (isTouch && previewableLinkAt(target) !== undefined) withPreviews(() => undefined)
})
// A reader who moves the pointer with a button down selects text.
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
