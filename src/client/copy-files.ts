/** Buttons that copy what is in a file beside the page. Where a page may not write to the clipboard they stay hidden. */
const CONFIRMATION_TIME = 2000

export function enableFileCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator)
    button.addEventListener('click', () => {
      const status = button.closest('.files')!.querySelector('[role=status]')!
      const showStatus = (label: string, announcement: string): void => {
        button.textContent = label
        status.textContent = announcement
      }
      // Some browsers let a page write only at once, so the text is promised before it is there.
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
