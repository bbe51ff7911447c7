/** This file adds a button to every block of code that copies it. */
import { announce } from './announce.ts'
import { confirm } from './confirmation.ts'
import { element } from './element.ts'
import { withWords, words } from './words.ts'

/** Adds a copy button to each block of code in the prose. It adds none where the page has no clipboard. */
export function addCopyButtons(): void {
  // The clipboard is missing on a page that did not come over a secure connection.
  if (!('clipboard' in navigator)) return
  // What is moved in a page loses the focus and its scroll position, so this does not wait for the words.
  const frames = [...document.querySelectorAll('.prose pre')].map(frameBlock)
  if (frames.length > 0) withWords(() => frames.forEach(addCopyButton))
}

/** Puts a block of code into a frame, in which the button stays where it is when the code scrolls. */
function frameBlock(pre: Element): HTMLElement {
  const frame = element('div', { class: 'code' })
  pre.replaceWith(frame)
  frame.append(pre)
  return frame
}

/** Adds the button to the frame of a block of code. */
function addCopyButton(frame: HTMLElement): void {
  const button = element('button', { type: 'button', class: 'copy' }, words().copy)
  const pre = frame.querySelector('pre')!
  button.onclick = () => void copyCode(pre, button)
  frame.append(button)
}

/** Copies the text of a block of code, and shows and announces whether that worked. */
async function copyCode(pre: Element, button: HTMLElement): Promise<void> {
  const outcome = await navigator.clipboard.writeText(pre.textContent.trimEnd()).then(
    () => words().copied,
    () => words().notCopied,
  )
  confirm(button, outcome, words().copy)
  announce(outcome)
}
