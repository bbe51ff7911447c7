/** This file makes links and buttons copy what others take along: a file, such as the BibTeX of a work, or a claim. */
import { confirm } from './confirmation.ts'
import { isPlainClick } from './previews/links.ts'
import { withWords, words } from './words.ts'

/**
 * Returns what a `data-copy` means: a file, or of the facts about a note, which are JSON, one form of its claim, which
 * the fragment names.
 */
async function textAt(address: string): Promise<Blob> {
  const file = await fetch(address)
  if (!file.ok) throw new Error(address)
  const form = address.split('#')[1]
  if (form === undefined) return plain(await file.text())
  const { quotable } = (await file.json()) as { quotable: Readonly<Record<string, string>> }
  // A site that does not know where it is published writes a path, which leads nowhere from another text.
  return plain(quotable[form]!.split(quotable['url']!).join(new URL(quotable['url']!, file.url).href))
}

const plain = (text: string): Blob => new Blob([text], { type: 'text/plain' })

/**
 * Makes whatever has a `data-copy` copy what it means. Buttons are hidden in the HTML, and stay so where a page may not
 * write to the clipboard; links lead somewhere then. Previews have such links too, so it listens on the whole page.
 */
export function enableFileCopyButtons(): void {
  if (!('clipboard' in navigator)) return
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
  // What follows links in panes and in the sheet leaves a click alone that was already answered.
  document.addEventListener('click', copyPressed, true)
}

/** Copies what a click means, and says for a while whether that worked. */
function copyPressed(event: MouseEvent): void {
  const pressed = (event.target as Element).closest<HTMLElement>('[data-copy]')
  if (pressed === null || !isPlainClick(event)) return
  event.preventDefault()
  const region = pressed.closest('.files')!.querySelector('[role=status]')!
  const say = (outcome: 'copied' | 'notCopied') => () => withWords(() => confirm(region, words()[outcome]))
  // Some browsers let a page write to the clipboard only in the moment of the click, so the text is a promise.
  const item = new ClipboardItem({ 'text/plain': textAt(pressed.dataset['copy']!) })
  navigator.clipboard.write([item]).then(say('copied'), say('notCopied'))
}
