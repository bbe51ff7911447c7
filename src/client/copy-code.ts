/** A button beside every block of code that copies it. */
import { announce } from './announce.ts'
import { element } from './element.ts'

export function addCopyButtons(): void {
  // A page that did not come over a secure connection has no clipboard.
  if (!('clipboard' in navigator)) return
  for (const pre of document.querySelectorAll('.prose pre')) {
    const button = element('button', { type: 'button', class: 'copy' }, 'Copy')
    button.onclick = () => void copyCode(pre, button)
    // The button stays where it is when the code scrolls.
    const frame = element('div', { class: 'code' })
    pre.replaceWith(frame)
    frame.append(pre, button)
  }
}

/** In milliseconds. */
const CONFIRMATION_TIME = 2000

async function copyCode(pre: Element, button: HTMLElement): Promise<void> {
  const outcome = await navigator.clipboard.writeText(pre.textContent.trimEnd()).then(
    () => 'Copied',
    () => 'Not copied',
  )
  button.textContent = outcome
  announce(outcome)
  setTimeout(() => (button.textContent = 'Copy'), CONFIRMATION_TIME)
}
