/** This file makes the pages of bases: one for each base, and more for each view that is too long for it. */
import { withBase } from '../address.ts'
import { escapeHtml } from '../escape-html.ts'
import type { BasePage, BaseView } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import type { PageLink } from '../model/list-page.ts'
import type { Heading } from '../model/parsed.ts'
import { linksTo } from '../pagination.ts'
import { withDeadLinks } from '../render/dead-links.ts'
import { addressOfView, baseViewHtml, hrefOfAll, isLong, ROWS_IN_PART } from '../render/base-view.ts'
import type { SitePath } from '../vocabulary.ts'
import { wordsFor } from '../words/words.ts'

/** A `PrintedBasePage` is what a page of a base prints. */
export interface PrintedBasePage {
  readonly address: SitePath
  readonly title: string
  readonly label: string
  readonly html: string
  /** These are the views, where the page has several. */
  readonly headings: readonly Heading[]
  /** This is the number of the page among `pages`, from 1. */
  readonly page: number
  /** These are links to all pages of a long view. There are none on the page of a base. */
  readonly pages: readonly PageLink[]
}

/** This is the address of the list of all bases, without the site's base. */
export const BASES_PATH: SitePath = '/bases/'

/** A page of a long view has this many rows. */
const ROWS_IN_PAGE = 500

/** Makes all pages of bases, the list of them first. There are none where there is no base. */
export function basePages(corpus: Corpus): PrintedBasePage[] {
  const pages = corpus.bases?.pages ?? []
  if (pages.length === 0) return []
  const ofAll = pages.flatMap((base) => [
    pageOf(corpus, base),
    ...base.views.filter(isLong).flatMap((view) => pagesOfView(corpus, base, view)),
  ])
  return [listOf(corpus, pages), ...ofAll]
}

function listOf({ settings }: Corpus, pages: readonly BasePage[]): PrintedBasePage {
  const words = wordsFor(settings.language)
  const items = pages.map(({ title, address, views }) => {
    const href = escapeHtml(withBase(settings, address))
    const names = views.map(({ name, anchor }) => `<a href="${href}#${escapeHtml(anchor)}">${escapeHtml(name)}</a>`)
    return `<li><a href="${href}">${escapeHtml(title)}</a>${views.length > 1 ? `: ${names.join(', ')}` : ''}</li>`
  })
  return {
    address: BASES_PATH,
    title: words.kinds.base,
    label: words.count(words.counts.bases, pages.length),
    html: `<ul>${items.join('')}</ul>`,
    headings: [],
    page: 1,
    pages: [],
  }
}

function pageOf(corpus: Corpus, base: BasePage): PrintedBasePage {
  const words = wordsFor(corpus.settings.language)
  const sections = base.views.map((view) => {
    const all = hrefOfAll(corpus, base, view)
    const shown = baseViewHtml(corpus, view, { most: ROWS_IN_PART, ...(all !== undefined && { all }) })
    const html = withDeadLinks(corpus, shown)
    return `<h2 id="${escapeHtml(view.anchor)}">${escapeHtml(view.name)}</h2>${html}`
  })
  return {
    address: base.address,
    title: base.title,
    label: words.bases.base(words.count(words.counts.views, base.views.length)),
    html: sections.join(''),
    headings: base.views.map(({ anchor, name }) => ({ depth: 2, id: anchor, text: name })),
    page: 1,
    pages: [],
  }
}

/** Makes the pages of a long view. */
function pagesOfView(corpus: Corpus, base: BasePage, view: BaseView): PrintedBasePage[] {
  const rows = view.groups.reduce((sum, group) => sum + group.rows.length, 0)
  const first = addressOfView(base, view)
  const count = Math.ceil(rows / ROWS_IN_PAGE)
  const addresses = Array.from({ length: count }, (_, index) => (index === 0 ? first : `${first}page/${index + 1}/`))
  const pages = count > 1 ? linksTo(corpus.settings, addresses) : []
  return addresses.map((address, index) => ({
    address,
    title: `${base.title}: ${view.name}`,
    label: wordsFor(corpus.settings.language).kind.base,
    html: withDeadLinks(corpus, baseViewHtml(corpus, view, { from: index * ROWS_IN_PAGE, most: ROWS_IN_PAGE })),
    headings: [],
    page: index + 1,
    pages,
  }))
}
