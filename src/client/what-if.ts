/**
 * This script takes works out of the evidence of an answer as a reader unticks them. The field, the balance,
 * the plots and the summary of the page follow, and the address has what is out, so that it can be shared.
 */
import { leaningOf, standingWithout } from '../corpus/what-if/resting.ts'
import type { WhatIfData } from '../corpus/what-if/what-if-data.ts'
import type { Stance } from '../corpus/vocabulary.ts'
import type { Forms } from '../corpus/words/types.ts'

/** This is the parameter of the address that names a work which is out. An empty one says that none is. */
const WITHOUT = 'without'

function followTicks(form: HTMLFormElement): void {
  const data = JSON.parse(form.dataset['whatIf']!) as WhatIfData
  const hasFindings = document.querySelector('[data-summary]') !== null
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input')]
  const show = (): void => {
    const fallen = showWithout(form, data, new Set(boxes.flatMap(({ checked, name }) => (checked ? [] : [name]))))
    markFallen(fallen)
    if (hasFindings)
      void import('./what-if-findings.ts').then(({ showFindingsWithout }) => showFindingsWithout(fallen, inForm))
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-choice]')) link.search = location.search
  }
  const changed = (): void => {
    keepInAddress(boxes)
    show()
  }
  form.addEventListener('change', changed)
  form.addEventListener('submit', (event) => event.preventDefault())
  // The boxes have their first state again only after the event.
  form.addEventListener('reset', () => setTimeout(changed))
  for (const button of form.querySelectorAll<HTMLElement>('[data-ids][type=button]'))
    button.addEventListener('click', () => {
      const ids = JSON.parse(button.dataset['ids']!) as string[]
      for (const box of boxes) if (ids.includes(box.name)) box.checked = false
      changed()
    })
  const restore = (): void => {
    readAddress(boxes)
    show()
  }
  addEventListener('popstate', restore)
  restore()
  form.hidden = false
}

/** Shows the field and the balance without some works, and gives the addresses of the notes that fall with them. */
function showWithout(form: HTMLFormElement, data: WhatIfData, fallen: ReadonlySet<string>): ReadonlySet<string> {
  const standing = new Set(standingWithout(data.notes, fallen))
  for (const [index, mark] of form.querySelectorAll('.field a').entries()) {
    const left = data.marks[index]!.filter((note) => standing.has(data.notes[note]!))
    mark.classList.toggle('gone', left.length === 0)
    const count = mark.querySelector('text')
    if (count !== null) count.textContent = String(left.length)
  }
  form.querySelector('.outcome')!.textContent = outcomeOf(data, fallen)
  return new Set(data.notes.flatMap((note) => (standing.has(note) ? [] : [note.href])))
}

/** Marks all rows of notes that fell, wherever they are on the page. */
function markFallen(fallen: ReadonlySet<string>): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-note]')) {
    const isOut = fallen.has(row.dataset['note']!)
    row.classList.toggle('fallen', isOut)
    for (const word of row.querySelectorAll<HTMLElement>('[data-out]')) word.hidden = !isOut
  }
}

/** Says what is left of the balance, and whether it has turned. */
function outcomeOf({ notes, counts, leaning, words }: WhatIfData, fallen: ReadonlySet<string>): string {
  const left = Map.groupBy(standingWithout(notes, fallen), ({ role }) => role)
  const count = (role: Stance): number => left.get(role)?.length ?? 0
  const said = counts.flatMap(([role, forms]) => (count(role) > 0 ? [inForm(forms, count(role))] : []))
  const side = leaningOf({ supports: count('supports'), disputes: count('disputes') }) ?? 'even'
  return `${said.join(words.comma) || words.nothing}. ${side === leaning ? words.held : words.turned}`
}

/** Writes a number in its form. What lists and the search import for that would be a file of its own if it were shared. */
function inForm(forms: Forms<'other'>, number: number): string {
  const language = document.documentElement.lang || 'en'
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other
  return form.replace('#', number.toLocaleString(language))
}

/** Puts what is out into the address. While it is what the page says itself, nothing has to be there. */
function keepInAddress(boxes: readonly HTMLInputElement[]): void {
  const url = new URL(location.href)
  url.searchParams.delete(WITHOUT)
  const out = boxes.filter(({ checked }) => !checked)
  for (const { name } of out) url.searchParams.append(WITHOUT, name)
  if (boxes.every(({ checked, defaultChecked }) => checked === defaultChecked)) url.searchParams.delete(WITHOUT)
  else if (out.length === 0) url.searchParams.append(WITHOUT, '')
  history.replaceState(history.state, '', url)
}

/** Unticks what the address says. Works that it names and that the page does not have are passed over. */
function readAddress(boxes: readonly HTMLInputElement[]): void {
  const out = new URL(location.href).searchParams.getAll(WITHOUT)
  for (const box of boxes) box.checked = out.length === 0 ? box.defaultChecked : !out.includes(box.name)
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-what-if]')) followTicks(form)
