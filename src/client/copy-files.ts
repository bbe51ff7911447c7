/** This file makes the buttons work that copy the content of a file, such as the BibTeX of a work. */
/** This is the time in milliseconds for which a button says that the file was copied. */
const CONFIRMATION_TIME = 2000

/**
 * Makes each `[data-copy]` button copy the file whose address the attribute holds. The buttons are hidden in the
 * HTML, and stay so where a page may not write to the clipboard.
 */
export function enableFileCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator)
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
      navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(
        () => {
          showStatus('Copied', `${button.ariaLabel!.replace('Copy ', '')} copied`)
          setTimeout(() => showStatus('Copy', ''), CONFIRMATION_TIME)
        },
        () => showStatus('Copy', 'Not copied'),
      )
    })
  }
}
