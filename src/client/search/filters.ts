/**
 * This file runs the controls that narrow results. Their choices are in the HTML of the page; how many results each
 * has is read from the index.
 */
import { element } from '../element.ts'
import type { Hit } from './hit.ts'
import type { Counts } from './pagefind.ts'
import { loadEngine } from './session.ts'
import type { SearchState } from './state.ts'
import { words } from '../words.ts'

/** These are the controls of the filters with one each, whose choices show counts. The years are a range and show none. */
const COUNTED = 'label > select:not([name=sort])'

/** A `FilterBar` is the form that narrows and sorts results, with a line that names the one inquiry searched. */
export class FilterBar {
  readonly #fold: HTMLDetailsElement
  readonly #form: HTMLFormElement
  readonly #chips: HTMLElement
  /** These are the names of the filters that show counts, with those of fields that the owner declares. */
  readonly #counted: readonly string[]
  /** This is the path of the inquiry whose notes alone are searched. */
  #inquiry: string | undefined
  /** This is a function that is called when the reader changes the form. */
  onChange = (): void => undefined

  /**
   * Connects the controls in the page.
   *
   * @param found The element that holds the form, which is folded where there is little room, and the line for the
   * inquiry.
   */
  constructor(found: HTMLElement) {
    const form = found.querySelector<HTMLFormElement>('.filters')!
    this.#fold = found.querySelector('details')!
    this.#fold.open = matchMedia('(width >= 48rem)').matches
    this.#form = form
    this.#counted = [...form.querySelectorAll<HTMLSelectElement>(COUNTED)].map(({ name }) => name)
    this.#chips = found.querySelector<HTMLElement>('.chosen')!
    form.addEventListener('reset', () => {
      this.#inquiry = undefined
      // The browser empties the fields after this event.
      setTimeout(() => this.onChange())
    })
    form.addEventListener('change', () => this.onChange())
    form.addEventListener('submit', (event) => event.preventDefault())
    form.addEventListener('focusin', () => void this.#loadCounts(this.#counted), { once: true })
    this.#field('author')?.addEventListener('focus', () => void this.#loadCounts(['author']), { once: true })
  }

  /** Returns what the form asks for, with an empty query. */
  getState(): SearchState {
    const value = (name: string): string => this.#field(name)?.value.trim() ?? ''
    const filters = [...this.#counted, 'author'].flatMap((name) => (value(name) === '' ? [] : [[name, value(name)]]))
    if (this.#inquiry !== undefined) filters.push(['inquiry', this.#inquiry])
    const [from, to] = [value('from'), value('to')]
    return {
      q: '',
      filters: Object.fromEntries(filters) as SearchState['filters'],
      ...(from !== '' && { from }),
      ...(to !== '' && { to }),
      sort: value('sort') === 'date' ? 'date' : 'relevance',
    }
  }

  /** Sets the form to what an address asks for, and unfolds it if that is anything. */
  setState({ filters, from, to, sort }: SearchState): void {
    const values: Readonly<Record<string, string | undefined>> = { ...filters, from, to, sort }
    for (const name of [...this.#counted, 'author', 'from', 'to', 'sort']) {
      const field = this.#field(name)
      if (field !== undefined) field.value = values[name] ?? (name === 'sort' ? 'relevance' : '')
    }
    this.#inquiry = filters['inquiry']
    this.#renderChips()
    if (Object.keys(filters).length + Number(from !== undefined) + Number(to !== undefined) > 0) this.#fold.open = true
  }

  /** Shows the counts of results in the form. */
  render(counts: Counts, hits: readonly Hit[]): void {
    for (const name of this.#counted) this.#renderCounts(name, counts[name])
    const list = this.#form.querySelector('datalist')
    const authors = Object.entries(counts['author'] ?? {}).filter(([, count]) => count > 0)
    list?.replaceChildren(...authors.map(([name, count]) => element('option', { value: name }, `${name} (${count})`)))
    this.#renderChips(hits)
  }

  /** Shows the count of each choice of a filter after its name. */
  #renderCounts(name: string, counts: Counts[string] | undefined): void {
    const field = this.#field(name)
    if (counts === undefined || !(field instanceof HTMLSelectElement)) return
    for (const option of field.options)
      if (option.value !== '')
        option.textContent = `${(option.dataset['name'] ??= option.text)} (${Object.hasOwn(counts, option.value) ? counts[option.value] : 0})`
  }

  /** Has the engine count these filters from now on. */
  async #loadCounts(names: readonly string[]): Promise<void> {
    await (await loadEngine()).countFilters(names)
    this.onCounted()
  }

  /** This is a function that is called when the counts of further filters can be had. */
  onCounted = (): void => undefined

  /** Returns the control of a filter, if the page has it. */
  #field(name: string): HTMLInputElement | HTMLSelectElement | undefined {
    const field = this.#form.elements.namedItem(name)
    return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : undefined
  }

  /** Shows the inquiry whose notes alone are searched, with a button that removes it. */
  #renderChips(hits: readonly Hit[] = []): void {
    const inquiry = this.#inquiry
    if (inquiry === undefined) {
      this.#chips.replaceChildren()
      return
    }
    const { search: named } = words()
    const title = hits.flatMap(({ serves }) => serves).find(({ url }) => url === inquiry)?.title ?? named.oneQuestion
    const remove = element('button', { type: 'button' }, named.everything)
    remove.addEventListener('click', () => {
      this.#inquiry = undefined
      this.#renderChips()
      this.onChange()
    })
    this.#chips.replaceChildren(`${named.onlyNotesOn} `, element('a', { href: inquiry }, title), remove)
  }
}
