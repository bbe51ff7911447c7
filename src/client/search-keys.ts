/** Opens the search: by Ctrl or Cmd and K, by /, and by the word in the header. What it takes is loaded when it is first needed. */
const control = document.querySelector<HTMLAnchorElement>('a.search-link')
/** Where the page has a field of its own to search with, that is the one. */
const field = document.querySelector<HTMLInputElement>('#search-page')
const FIELDS = 'input, textarea, select, [contenteditable]'

function open(): void {
  if (field !== null) {
    field.focus()
    field.select()
  } else load()
}

/** Without its script, the search is a page. */
function load(): void {
  import('./search/dialog.ts').then(
    ({ openSearch }) => openSearch(),
    () => control && location.assign(control.href),
  )
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  const isCommand = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey
  const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !(target as Element).matches(FIELDS)
  if (event.defaultPrevented || !(isCommand || isSlash)) return
  event.preventDefault()
  open()
})
control?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  open()
})
