/** This file makes the buttons work that copy the content of a file, such as the BibTeX of a work. */
import { withWords, words } from './words.ts'

/** This is the time in milliseconds for which a button says that the file was copied. */
const CONFIRMATION_TIME = 2000

/**
 * Makes each `[data-copy]` button copy the file whose address the attribute holds. The buttons are hidden in the
 * HTML, and stay so where a page may not write to the clipboard.
 */
export function enableFileCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator)
    const name = button.textContent.trim()
    button.addEventListener('click', () => {
      const status = button.closest('.files')!.querySelector('[role=status]')!
      const showStatus = (label: string, announcement: string): void => {
        button.textContent = label
        status.textContent = announcement
      }
      // Some browsers let a page write to the clipboard only in the moment of the click, so the text is passed as a
      // promise.
      const text = fetch(button.dataset['copy']!).then(
        async (file) => new Blob([await file.text()], { type: 'text/plain' }),
      )
      // Words that cannot be loaded are no reason to keep the file.
      navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(
        () =>
          withWords(() => {
            showStatus(words().copied, words().fileCopied(button.previousElementSibling!.textContent.trim()))
            setTimeout(() => showStatus(name, ''), CONFIRMATION_TIME)
          }),
        () => withWords(() => showStatus(name, words().notCopied)),
      )
    })
  }
}
