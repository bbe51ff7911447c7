/**
 * This script narrows a list in place by several facets at once. The links of the menu lead to built pages; here each is
 * a filter that is combined with the others. The address has what is chosen, so it can be shared.
 */
import type { FacetIndex } from '../../corpus/lists/facet-index.ts'
import { countIn } from '../../corpus/words/count.ts'
import type { Forms } from '../../corpus/words/types.ts'
import { countsOf, matching, placesOf, readChosen, type Chosen, type Place } from './facets.ts'
import { searchQuery } from './search-query.ts'

const language = document.documentElement.lang || 'en'
/** So many rows are shown at once, and as many more on request. */
const ROWS = 25

/** Makes the links of a list's menu filters, and narrows the list by what the address chooses. */
function narrowList(listing: HTMLElement): void {
  const list = new NarrowedList(listing)
  listing.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-facet] a[data-value]')
    if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void list.toggle(link)
  })
  addEventListener('popstate', () => (location.search === '' ? location.reload() : void list.restore()))
  if (location.search !== '') void list.restore()
}

class NarrowedList {
  readonly #listing: HTMLElement
  readonly #rows: HTMLElement
  readonly #more = document.createElement('button')
  readonly #pages = new Map<string, Promise<Document | undefined>>()
  readonly #forms: Forms<'other'>
  #index: Promise<FacetIndex> | undefined
  #chosen: Chosen
  #places: Place[] = []
  /** This is the number of the last change, so that what is fetched for an earlier one is not shown. */
  #change = 0

  constructor(listing: HTMLElement) {
    this.#listing = listing
    this.#rows = listing.querySelector(this.#data('rows'))!.parentElement!
    const here = listing.querySelectorAll<HTMLElement>('[data-facet] a[aria-current]')
    this.#chosen = new Map([...here].map((link) => [facetOf(link), link.dataset['value']!]))
    this.#forms = JSON.parse(this.#data('more')) as Forms<'other'>
    this.#more.type = 'button'
    this.#more.className = 'more-rows'
    this.#more.addEventListener('click', () => void this.#showMore(true))
  }

  #data(name: 'rows' | 'list' | 'kind' | 'found' | 'more' | 'index'): string {
    return this.#listing.dataset[name] ?? ''
  }

  /** Chooses the value of a link, or no longer where it is chosen. Without the index, the built page is opened. */
  async toggle(link: HTMLAnchorElement): Promise<void> {
    const [name, value] = [facetOf(link), link.dataset['value']!]
    const others = [...this.#chosen].filter(([facet]) => facet !== name)
    const chosen = new Map(this.#chosen.get(name) === value ? others : [...others, [name, value] as const])
    if (chosen.size === 0) location.assign(this.#data('list'))
    else if (!(await this.#show(chosen))) location.assign(link.href)
    else history.pushState(null, '', `${this.#data('list')}?${new URLSearchParams([...chosen])}`)
  }

  /** Narrows the list by what the address chooses. */
  async restore(): Promise<void> {
    const index = await this.#load()
    const chosen = index && readChosen(index, location.search)
    if (chosen && chosen.size > 0) await this.#show(chosen)
  }

  /** Shows the items that have all of these values. The result tells whether the index could be loaded. */
  async #show(chosen: Chosen): Promise<boolean> {
    const index = await this.#load()
    if (index === undefined) return false
    this.#chosen = chosen
    this.#change++
    const items = matching(index, chosen)
    this.#places = placesOf(index, chosen, items)
    this.#renderMenu(index)
    const here = this.#listing.querySelectorAll('[data-facet] a[aria-current]')
    this.#find('.holds [role="status"]')!.textContent = [
      countIn(language, { other: this.#data('found') }, items.length),
      ...[...here].map((link) => link.textContent.trim()),
    ].join(' · ')
    for (const pages of this.#listing.querySelectorAll<HTMLElement>('nav.pages')) pages.hidden = true
    this.#rows.replaceChildren()
    this.#rows.closest('table, ul')!.after(this.#more)
    await this.#showMore(false)
    return true
  }

  /** Marks what is chosen, and counts what could be chosen besides. */
  #renderMenu(index: FacetIndex): void {
    for (const facet of index.facets) {
      const counts = countsOf(index, facet, this.#chosen)
      for (const link of this.#listing.querySelectorAll<HTMLElement>(`[data-facet="${facet.name}"] a[data-value]`)) {
        const value = link.dataset['value']!
        const isChosen = this.#chosen.get(facet.name) === value
        if (isChosen) link.ariaCurrent = 'true'
        else link.removeAttribute('aria-current')
        link.nextElementSibling!.textContent = countIn(language, { other: '#' }, counts.get(value)!)
        link.parentElement!.hidden = counts.get(value) === 0 && !isChosen
      }
    }
    const [usual, ...others] = this.#listing.querySelectorAll('.orders a')
    usual!.ariaCurrent = 'true'
    for (const link of others) link.removeAttribute('aria-current')
    this.#find('.clear')!.hidden = false
    const search = this.#listing.querySelector<HTMLAnchorElement>('.search-these')
    if (search !== null) search.search = searchQuery(this.#data('kind'), this.#chosen)
  }

  /** Shows more rows, as the built pages have them. */
  async #showMore(isAsked: boolean): Promise<void> {
    const change = this.#change
    const wanted = this.#places.slice(this.#rows.childElementCount, this.#rows.childElementCount + ROWS)
    const pages = await Promise.all(wanted.map(({ href }) => this.#page(href)))
    if (change !== this.#change) return
    const rows = wanted.flatMap(({ row }, at) => {
      const found = pages[at]?.querySelectorAll(this.#data('rows'))[row]
      return found === undefined ? [] : [document.importNode(found, true)]
    })
    this.#rows.append(...rows)
    const left = this.#places.length - this.#rows.childElementCount
    this.#more.hidden = left <= 0 || rows.length === 0
    this.#more.textContent = countIn(language, this.#forms, Math.max(0, Math.min(left, ROWS)))
    if (isAsked) rows[0]?.querySelector('a')?.focus()
  }

  #page(href: string): Promise<Document | undefined> {
    const known = this.#pages.get(href) ?? fetchRows(href)
    this.#pages.set(href, known)
    return known
  }

  /** Loads the index once. The result is undefined where it cannot be had; the next call then tries again. */
  async #load(): Promise<FacetIndex | undefined> {
    this.#index ??= fetch(this.#data('index')).then((response) => response.json() as Promise<FacetIndex>)
    try {
      return await this.#index
    } catch {
      this.#index = undefined
      return undefined
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.#listing.querySelector<HTMLElement>(selector)
  }
}

const facetOf = (link: Element): string => link.closest<HTMLElement>('[data-facet]')!.dataset['facet']!

/** Fetches a page of the list. The result is undefined where it cannot be had. */
async function fetchRows(href: string): Promise<Document | undefined> {
  try {
    const response = await fetch(href)
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined
  } catch {
    return undefined
  }
}

narrowList(document.querySelector<HTMLElement>('.listing')!)
