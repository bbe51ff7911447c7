/** Buttons that copy what is in a file beside the page. Where a page may not write to the clipboard they stay hidden. */
const CONFIRMED = 2000

export function offerToCopyFiles(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = !('clipboard' in navigator)
    button.addEventListener('click', () => {
      const said = button.closest('.files')!.querySelector('[role=status]')!
      const say = (word: string, whole: string): void => {
        button.textContent = word
        said.textContent = whole
      }
      // Some browsers let a page write only at once, so the text is promised before it is there.
      const text = fetch(button.dataset['copy']!).then(
        async (file) => new Blob([await file.text()], { type: 'text/plain' }),
      )
      navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]).then(
        () => {
          say('Copied', `${button.ariaLabel!.replace('Copy ', '')} copied`)
          setTimeout(() => say('Copy', ''), CONFIRMED)
        },
        () => say('Copy', 'Not copied'),
      )
    })
  }
}
