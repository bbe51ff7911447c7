/**
 * This file describes a work as COinS: an OpenURL ContextObject (ANSI/NISO Z39.88-2004), which reference managers read
 * off an element of a page.
 */
import { indexName, namedIn, pagesOf, textOf } from './csl.ts'
import { dateOf, said } from './embedded-metadata.ts'
import { ITEM_TYPES } from './item-types.ts'
import { isOrganisation } from './names.ts'
import type { Csl, CslName } from '../model/csl.ts'
import type { Source } from '../model/source.ts'

type Field = readonly [name: string, value: string | undefined]

/**
 * A `Form` is a format of Z39.88 with a genre that it has, the fields for the titles of the work and of its whole, and
 * the one for its publisher.
 */
interface Form {
  readonly format: 'journal' | 'book' | 'dissertation' | 'patent' | 'dc'
  readonly genre?: string
  readonly title: string
  readonly whole?: string
  readonly publisher?: string
}

const ARTICLE: Form = { format: 'journal', genre: 'article', title: 'atitle', whole: 'jtitle', publisher: 'pub' }
const BOOK: Form = { format: 'book', genre: 'book', title: 'btitle', publisher: 'pub' }
const PART: Form = { format: 'book', genre: 'bookitem', title: 'atitle', whole: 'btitle', publisher: 'pub' }
/** Whatever else a work is can be said in the words of Dublin Core. */
const OTHER: Form = { format: 'dc', title: 'title', whole: 'source', publisher: 'publisher' }

/** These are the forms by the types of CSL. */
const FORMS: ReadonlyMap<string, Form> = new Map(
  Object.entries({
    'article-journal': ARTICLE,
    'article-magazine': ARTICLE,
    'article-newspaper': ARTICLE,
    review: ARTICLE,
    'review-book': ARTICLE,
    book: BOOK,
    chapter: PART,
    'entry-dictionary': PART,
    'entry-encyclopedia': PART,
    'paper-conference': { ...PART, genre: 'proceeding' },
    report: { ...BOOK, genre: 'report' },
    thesis: { format: 'dissertation', title: 'title', publisher: 'inst' },
    patent: { format: 'patent', title: 'title' },
  } satisfies Readonly<Record<string, Form>>),
)

/** Gives the form of a work. What is written into a note may be anything, and is taken for an article. */
function formOf(source: Source): Form {
  if (ITEM_TYPES.isPreprint(source)) return { ...ARTICLE, genre: 'preprint' }
  return FORMS.get(source.csl.type ?? '') ?? (source.csl.type === 'article' ? ARTICLE : OTHER)
}

/** Gives the COinS of a work. It goes into the `title` of an element of the class `Z3988`. */
export function coinsOf(source: Source): string {
  const { csl } = source
  const form = formOf(source)
  const [first, last] = pagesOf(csl)
  const fields = said([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', `info:ofi/fmt:kev:mtx:${form.format}`],
    ['rft.genre', form.genre],
    ['rft.type', form.format === 'dc' ? ITEM_TYPES.zotero(source) : undefined],
    [`rft.${form.title}`, csl.title],
    [`rft.${form.whole}`, form.whole && textOf(csl, 'container-title')],
    ...authorsOf(csl, form),
    ['rft.date', dateOf(csl, '-')],
    ['rft.volume', textOf(csl, 'volume')],
    ['rft.issue', textOf(csl, 'issue')],
    ['rft.spage', first],
    ['rft.epage', last],
    ['rft.edition', textOf(csl, 'edition')],
    ['rft.series', form.format === 'book' ? textOf(csl, 'collection-title') : undefined],
    ['rft.place', form.format === 'book' ? textOf(csl, 'publisher-place') : undefined],
    [`rft.${form.publisher}`, form.publisher && textOf(csl, 'publisher')],
    ['rft.degree', form.format === 'dissertation' ? textOf(csl, 'genre') : undefined],
    ['rft.number', form.format === 'patent' ? textOf(csl, 'number') : undefined],
    ['rft.isbn', textOf(csl, 'ISBN')],
    ['rft.issn', textOf(csl, 'ISSN')],
    ['rft.language', textOf(csl, 'language')],
    ['rft_id', csl.DOI === undefined ? csl.URL : `info:doi/${csl.DOI}`],
  ])
  return new URLSearchParams(fields.map((field) => [...field])).toString()
}

/** Gives the fields of the authors, each by the field that the format has for such a name. */
function authorsOf({ author = [] }: Csl, { format }: Form): Field[] {
  const fieldOf = (name: CslName): string =>
    format === 'dc' ? 'rft.creator' : isOrganisation(name) && format !== 'patent' ? 'rft.aucorp' : 'rft.au'
  return namedIn(author).named.map((name) => [fieldOf(name), indexName(name)])
}
