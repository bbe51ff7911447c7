/** This file writes views of bases as HTML. Every value is escaped here. */
import { hrefOf, topicHref, withBase } from '../address.ts'
import { downloadName } from '../attachments/published-path.ts'
import { escapeHtml } from '../escape-html.ts'
import type { BaseGroup, BasePage, BaseRow, BaseView, Cell, CellPiece } from '../model/bases.ts'
import type { Corpus } from '../model/corpus.ts'
import type { SitePath } from '../vocabulary.ts'
import { ownLanguage } from '../own-language.ts'
import { type Words, wordsFor } from '../words/words.ts'

/** A page shows this many rows of a view. The rest is on pages of its own. */
export const ROWS_IN_PART = 100

/** Tells whether a view is too long to be shown whole on a page with others. */
export const isLong = ({ total }: BaseView): boolean => total > ROWS_IN_PART

/** Gives the address of all rows of a view, where it is too long for the page of its base. */
export const addressOfView = ({ address }: BasePage, { anchor }: BaseView): SitePath => `${address}${anchor}/`

/**
 * Gives the address of all rows of a view with the site's base. It is undefined where the page of the base has them.
 */
export const hrefOfAll = ({ settings }: Corpus, base: BasePage, view: BaseView): string | undefined =>
  isLong(view) ? withBase(settings, addressOfView(base, view)) : undefined

/** `ViewOptions` say how a view is shown. */
export interface ViewOptions {
  /** This is the largest number of rows that are shown. */
  readonly most: number
  /** This is the number of rows that come before the first one that is shown. */
  readonly from?: number
  /** This is the address of the view on the page of its base, with the site's base. */
  readonly href?: string
  /** This is the address of all rows, with the site's base, where not all of them are shown. */
  readonly all?: string
  /** This is the name over the view. It is left out where it is undefined, because a heading has it. */
  readonly name?: string
}

/**
 * Writes a view as HTML: its name and the number of its rows, the rows, and what readers must know of them. The search
 * leaves it out, because it repeats what other entries say.
 */
export function baseViewHtml(corpus: Corpus, view: BaseView, options: ViewOptions): string {
  const { from = 0, most, name, href } = options
  const groups = cutGroups(view.groups, from, most)
  const label = escapeHtml(name ?? view.name)
  const title = name === undefined ? '' : href === undefined ? label : `<a href="${escapeHtml(href)}">${label}</a>`
  const head = `<p class="base-head">${title === '' ? '' : `<span>${title}</span> `}<span>${countOf(wordsFor(corpus.settings.language), view.total)}</span></p>`
  const body = view.total === 0 ? '' : LAYOUTS[view.layout](corpus, view, groups, from)
  return `<div class="base" data-pagefind-ignore>${head}${body}${moreOf(wordsFor(corpus.settings.language), view, groups, options)}${remarksOf(view)}</div>`
}

const countOf = (words: Words, total: number): string =>
  total === 0 ? words.bases.noEntry : words.count(words.counts.entries, total)

/** Cuts the rows of groups from one row to another. Groups that are left without rows are left out. */
function cutGroups(groups: readonly BaseGroup[], from: number, most: number): BaseGroup[] {
  let before = 0
  return groups.flatMap((group) => {
    const start = Math.max(0, from - before)
    const rows = group.rows.slice(start, Math.max(start, from + most - before))
    before += group.rows.length
    return rows.length === 0 ? [] : [{ ...group, rows }]
  })
}

function moreOf(
  { bases, number }: Words,
  { total, groups: all }: BaseView,
  groups: readonly BaseGroup[],
  { all: href, from }: ViewOptions,
): string {
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  if (from !== undefined) {
    const known = all.reduce((sum, { rows }) => sum + rows.length, 0)
    return known < total ? `<p class="base-more">${bases.pagesHaveFirst(number(known))}</p>` : ''
  }
  if (shown >= total) return ''
  const rest = href === undefined ? '' : ` <a href="${escapeHtml(href)}">${bases.all(number(total))}</a>`
  return `<p class="base-more">${bases.first(number(shown), number(total))}${rest}</p>`
}

const remarksOf = ({ remarks }: BaseView): string =>
  remarks.length === 0 ? '' : `<p class="base-remarks">${remarks.map(escapeHtml).join(' ')}</p>`

type Layout = (corpus: Corpus, view: BaseView, groups: readonly BaseGroup[], from: number) => string

const table: Layout = (corpus, view, groups) => {
  const { columns, summaries, name } = view
  const aligned = columns.map(({ isNumeric }) => (isNumeric ? ' class="align-right"' : ''))
  const head = columns.map(({ title }, index) => `<th scope="col"${aligned[index]!}>${escapeHtml(title)}</th>`)
  const rows = (group: BaseGroup): string =>
    group.rows
      .map(({ cells }) => {
        const shown = cells.map((cell, index) => `<td${aligned[index]!}>${cellHtml(corpus, cell)}</td>`)
        return `<tr>${shown.join('')}</tr>`
      })
      .join('')
  const body = groups.map((group) => {
    const title =
      group.title === undefined
        ? ''
        : `<tr><th scope="rowgroup" colspan="${columns.length}">${groupTitle(corpus, group, view)}</th></tr>`
    return `<tbody>${title}${rows(group)}</tbody>`
  })
  const foot =
    summaries === undefined
      ? ''
      : `<tfoot><tr>${summaries.map((each, index) => `<td${aligned[index]!}>${summaryHtml(corpus, each)}</td>`).join('')}</tr></tfoot>`
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(name)}"><table><thead><tr>${head.join('')}</tr></thead>${body.join('')}${foot}</table></div>`
}

const summaryHtml = (corpus: Corpus, summaries: NonNullable<BaseView['summaries']>[number]): string =>
  summaries
    .map(({ name, value }) => `<span class="base-summary">${escapeHtml(name)}</span> ${cellHtml(corpus, value) || '–'}`)
    .join('<br>')

/** Writes the title of a group. Its number is that of all its rows, though not all may be shown. */
function groupTitle(corpus: Corpus, { title = [], rows }: BaseGroup, { groups }: BaseView): string {
  const whole = groups.find((group) => group.title === title) ?? { rows }
  return `${cellHtml(corpus, title)} <span class="base-count">${wordsFor(corpus.settings.language).number(whole.rows.length)}</span>`
}

const withGroups =
  (rows: (corpus: Corpus, view: BaseView, rows: readonly BaseRow[], from: number) => string): Layout =>
  (corpus, view, groups, from) =>
    groups
      .map((group) => {
        const title = group.title === undefined ? '' : `<p class="base-group">${groupTitle(corpus, group, view)}</p>`
        return title + rows(corpus, view, group.rows, group.title === undefined ? from : 0)
      })
      .join('')

const cards = withGroups((corpus, view, rows) => {
  const size = view.cardSize === undefined ? '' : ` data-size="${view.cardSize}"`
  return `<ul class="base-cards"${size}>${rows.map((row) => card(corpus, view, row)).join('')}</ul>`
})

function card(corpus: Corpus, view: BaseView, { cells, cover }: BaseRow): string {
  const [first = [], ...others] = cells
  const facts = others.flatMap((cell, index) => {
    const shown = cellHtml(corpus, cell)
    return shown === '' ? [] : [`<div><dt>${escapeHtml(view.columns[index + 1]!.title)}</dt><dd>${shown}</dd></div>`]
  })
  const top = view.image === undefined ? '' : coverHtml(corpus, view.image, cover)
  const list = facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>`
  return `<li>${top}<p class="base-title">${cellHtml(corpus, first) || '–'}</p>${list}</li>`
}

/** Writes the picture or the colour at the top of a card. The title under it says what it is of. */
function coverHtml(corpus: Corpus, { fit, shape }: NonNullable<BaseView['image']>, cover: BaseRow['cover']): string {
  const attributes = `class="base-cover" data-shape="${shape}" data-fit="${fit}"`
  if (cover === undefined) return `<span ${attributes}></span>`
  if ('colour' in cover)
    return `<svg ${attributes} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true"><rect width="1" height="1" fill="${escapeHtml(cover.colour)}"></rect></svg>`
  return `<img ${attributes} src="${escapeHtml(hrefOf(corpus, cover.path))}" alt=""${sizeOf(corpus, cover.path)} loading="lazy" decoding="async">`
}

function sizeOf({ attachments }: Corpus, path: string): string {
  const { width, height } = attachments.get(path) ?? {}
  return width === undefined || height === undefined ? '' : ` width="${width}" height="${height}"`
}

const list = withGroups((corpus, view, rows, from) => {
  const { markers = 'bullets', isNested = false, separator = ', ' } = view.list ?? {}
  const items = rows.map(({ cells }) => {
    const [first = '', ...others] = cells.map((cell) => cellHtml(corpus, cell)).filter((cell) => cell !== '')
    const rest = isNested
      ? others.length === 0
        ? ''
        : `<ul>${others.map((each) => `<li>${each}</li>`).join('')}</ul>`
      : others.map((each) => escapeHtml(separator) + each).join('')
    return `<li>${first || '–'}${rest}</li>`
  })
  const tag = markers === 'numbers' ? 'ol' : 'ul'
  const start = tag === 'ol' && from > 0 ? ` start="${from + 1}"` : ''
  return `<${tag} class="base-list"${start}${markers === 'none' ? ' data-markers="none"' : ''}>${items.join('')}</${tag}>`
})

const LAYOUTS: Readonly<Record<BaseView['layout'], Layout>> = { table, cards, list }

const cellHtml = (corpus: Corpus, cell: Cell): string => cell.map((piece) => pieceHtml(corpus, piece)).join('')

function pieceHtml(corpus: Corpus, piece: CellPiece): string {
  switch (piece.kind) {
    case 'text':
      return escapeHtml(piece.text).replaceAll('\n', '<br>')
    case 'check':
      return wordsFor(corpus.settings.language).bases[piece.isChecked ? 'yes' : 'no']
    case 'url':
      return `<a href="${escapeHtml(piece.href)}">${escapeHtml(piece.text)}</a>`
    case 'topic': {
      const href = topicHref(corpus, piece.key)
      return href === undefined
        ? `#${escapeHtml(piece.text)}`
        : `<a class="tag" href="${escapeHtml(href)}">#${escapeHtml(piece.text)}</a>`
    }
    case 'picture':
      return `<img src="${escapeHtml(hrefOf(corpus, piece.path))}" alt="${escapeHtml(piece.text)}"${sizeOf(corpus, piece.path)} loading="lazy" decoding="async">`
    case 'file':
      return fileHtml(corpus, piece.path, piece.text)
  }
}

/** Writes the link to an entry, to a base or to another file. A base without a page is named only. */
function fileHtml(corpus: Corpus, path: string, text: string): string {
  const entry = corpus.entries.get(path)
  const hasPage = corpus.addresses.has(path)
  if (!hasPage && !corpus.used.has(path)) return escapeHtml(text)
  const lang = entry && ownLanguage(corpus, entry)
  const name = hasPage ? undefined : downloadName(path)
  const attributes = `${lang === undefined ? '' : ` lang="${escapeHtml(lang)}"`}${name === undefined ? '' : ` download="${escapeHtml(name)}"`}`
  return `<a href="${escapeHtml(hrefOf(corpus, path))}"${attributes}>${escapeHtml(text)}</a>`
}
