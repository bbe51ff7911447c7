/** The search page: results as one types, narrowed by filters, with everything in the address so that it can be shared. */
import { loadPagefind, type FilterCounts, type Filters, type Found, type Pagefind, type Result } from './pagefind.ts'

const PAGE_SIZE = 10
const WAIT = 150

const found = document.querySelector<HTMLElement>('#found')!
const everything = document.querySelector<HTMLElement>('#everything')!
const input = document.querySelector<HTMLInputElement>('input[name=q]')!
const filterBar = found.querySelector<HTMLElement>('.filters')!
const state = found.querySelector<HTMLElement>('.state')!
const list = found.querySelector<HTMLOListElement>('.results')!
const more = found.querySelector<HTMLButtonElement>('.more')!
const bundle = found.dataset['bundle']!

let engine: Promise<Pagefind> | undefined
let rest: Found['results'] = []

/** Nothing is fetched before the first query. */
function start(): Promise<Pagefind> {
  engine ??= loadPagefind(bundle, bundle.replace(/pagefind\/$/, ''), Number(found.dataset['parts']))
  return engine
}

/** What there is to choose stands in the page; how much there is of each is fetched when someone means to choose. */
function drawFilters(): void {
  const chosen = new URLSearchParams(location.search)
  for (const select of selects()) {
    select.value = chosen.get(select.name) ?? ''
    select.addEventListener('change', () => void search())
  }
  filterBar.addEventListener('focusin', () => void count(), { once: true })
}

async function count(): Promise<void> {
  const pagefind = await start()
  await pagefind.filters()
  await search()
}

const selects = (): HTMLSelectElement[] => [...filterBar.querySelectorAll('select')]

function chosenFilters(): Filters {
  return Object.fromEntries(selects().flatMap(({ name, value }) => (value === '' ? [] : [[name, value]])))
}

async function search(): Promise<void> {
  const query = input.value.trim()
  if (query === '' && engine === undefined) {
    show(false)
    return
  }
  show(true)
  try {
    const pagefind = await start()
    const filters = chosenFilters()
    remember(query, filters)
    if (query === '' && Object.keys(filters).length === 0) {
      show(false)
      return
    }
    const result = await pagefind.debouncedSearch(query || null, { filters }, WAIT)
    if (result !== null) await draw(result, query)
  } catch {
    state.textContent = 'The search index could not be loaded.'
    everything.hidden = false
  }
}

function show(results: boolean): void {
  found.hidden = !results
  everything.hidden = results
}

function remember(query: string, filters: Filters): void {
  const parameters = new URLSearchParams({ ...(query !== '' && { q: query }), ...filters })
  history.replaceState(null, '', parameters.size > 0 ? `?${parameters}` : location.pathname)
}

/** What was found before stays until what is found now can take its place. */
async function draw({ results, filters }: Found, query: string): Promise<void> {
  updateCounts(filters)
  rest = results
  const items = await take()
  if (items === undefined) return
  list.replaceChildren(...items)
  state.textContent = `${results.length === 0 ? 'Nothing' : results.length} found${query === '' ? '' : ` for “${query}”`}`
}

async function drawMore(): Promise<void> {
  list.append(...((await take()) ?? []))
}

/** The next of the results; undefined when another search came meanwhile. */
async function take(): Promise<HTMLLIElement[] | undefined> {
  const drawing = rest
  const items = await Promise.all(rest.slice(0, PAGE_SIZE).map(async (result) => item(await result.data())))
  if (drawing !== rest) return undefined
  rest = rest.slice(PAGE_SIZE)
  more.hidden = rest.length === 0
  return items
}

function updateCounts(counts: FilterCounts): void {
  for (const { name, options } of selects()) {
    const known = counts[name]
    if (known === undefined) continue
    for (const option of options)
      if (option.value !== '') option.textContent = `${option.value} (${known[option.value] ?? 0})`
  }
}

function item({ url, excerpt, meta }: Result): HTMLLIElement {
  const link = element('a', 'title plain', meta.title ?? url)
  link.href = url
  const facts = element('p', 'facts', [meta.kind, meta.status, meta.source].filter(Boolean).join(' · '))
  const text = element('p', 'excerpt', '')
  text.append(...marked(excerpt))
  const line = document.createElement('li')
  line.append(link, facts, text)
  return line
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.className = className
  made.textContent = text
  return made
}

/** Text and marks only, whatever else the excerpt may hold: it quotes what writers wrote. */
function marked(excerpt: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html')
  return [...body.childNodes].map((node) =>
    node.nodeName === 'MARK'
      ? element('mark', '', node.textContent ?? '')
      : document.createTextNode(node.textContent ?? ''),
  )
}

drawFilters()
input.value = new URLSearchParams(location.search).get('q') ?? ''
input.addEventListener('input', () => void search())
input.form!.addEventListener('submit', (event) => {
  event.preventDefault()
  void search()
})
more.addEventListener('click', () => void drawMore())
if (location.search !== '') void start().then(search, search)
