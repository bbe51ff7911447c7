/**
 * This is the script of the list of what is new. It marks what changed since a reader was here last, if the reader asks
 * for that. The days of the visits are kept in this browser only, and only while it is turned on.
 *
 * It imports nothing, because what two scripts import becomes one more file, which every page would have to fetch. Its
 * words are in the page.
 */
/** This is the name under which the days of the last visit and of this one are kept, apart by a space. */
const VISITS = 'news-visits'

const box = document.querySelector<HTMLInputElement>('#mark-news')!
const control = box.closest<HTMLElement>('.since')!
const region = control.querySelector('[role=status]')!

/** Returns the day in the time zone of the reader, as YYYY-MM-DD. */
const today = (): string => new Date().toLocaleDateString('sv')

/**
 * Returns the day of the last visit. It stays the same all day, so that a reload does not take the marks away, and is
 * undefined on the first day.
 */
function lastVisit(): string | undefined {
  const [last = '', current = ''] = localStorage.getItem(VISITS)?.split(' ') ?? []
  const since = current < today() ? current : last
  localStorage.setItem(VISITS, `${since} ${today()}`)
  return since === '' ? undefined : since
}

/** Marks what is as new as the last visit, and says how much that is. */
function mark(): void {
  const since = box.checked ? kept(lastVisit) : undefined
  let fresh = 0
  for (const time of document.querySelectorAll<HTMLTimeElement>('.news time')) {
    const isFresh = since !== undefined && time.dateTime >= since
    if (isFresh) fresh++
    time.closest('li')!.classList.toggle('fresh', isFresh)
  }
  const said = since === undefined ? 'first' : fresh === 0 ? 'none' : 'fresh'
  region.textContent = box.checked ? control.dataset[said]! : ''
}

/** Returns what a function returns, or undefined where the browser keeps nothing for the page. */
function kept<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

box.checked = kept(() => localStorage.getItem(VISITS)) != null
box.addEventListener('change', () => {
  if (!box.checked) kept(() => localStorage.removeItem(VISITS))
  mark()
})
if (box.checked) mark()
