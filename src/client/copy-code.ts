/** This file adds a button to every block of code that copies it. */
import { announce } from './announce.ts'
import { element } from './element.ts'
import { withWords, words } from './words.ts'

/** Adds a copy button to each block of code in the prose. It adds none where the page has no clipboard. */
export function addCopyButtons(): void {
  // The clipboard is missing on a page that did not come over a secure connection.
  if (!('clipboard' in navigator)) return
  const blocks = document.querySelectorAll('.prose pre')
  if (blocks.length > 0) withWords(() => blocks.forEach(addCopyButton))
}

/** Adds the button to a block of code. */
function addCopyButton(pre: Element): void {
  const button = element('button', { type: 'button', class: 'copy' }, words().copy)
  button.onclick = () => void copyCode(pre, button)
  // The button is outside the block that scrolls, so it stays where it is when the code scrolls.
  const frame = element('div', { class: 'code' })
  pre.replaceWith(frame)
  frame.append(pre, button)
}

/** This is the time in milliseconds for which the button says whether the code was copied. */
const CONFIRMATION_TIME = 2000

/** Copies the text of a block of code, and shows and announces whether that worked. */
async function copyCode(pre: Element, button: HTMLElement): Promise<void> {
  const outcome = await navigator.clipboard.writeText(pre.textContent.trimEnd()).then(
    () => words().copied,
    () => words().notCopied,
  )
  button.textContent = outcome
  announce(outcome)
  setTimeout(() => (button.textContent = words().copy), CONFIRMATION_TIME)
}
