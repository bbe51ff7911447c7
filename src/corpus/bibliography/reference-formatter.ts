import { plainText } from '../escape-html.ts'
import type { Citation } from '../model/citations.ts'
import type { CitationStyle } from '../model/citation-style.ts'
import type { PlaceOnPage, ReferenceFormatter, ReferenceRequest } from '../model/references.ts'
import { firstLinked } from './citation-marks.ts'
import { writePage } from './citation-page.ts'
import { workKey, writeCitation } from './citation-processor.ts'
import { filled, templateOf } from './citation-template.ts'
import { localeOf } from './locales.ts'
import { formatAllSafely, formatSafely, type FormattedReference } from './reference.ts'
import { featuresOf } from './style-features.ts'

/** Works that have the same key have the same reference in a style: the key holds everything it is formatted from. */
export const referenceKey = ({ source, language, among }: ReferenceRequest): string =>
  JSON.stringify([localeOf(language), workKey(source), ...(among ?? []).map(workKey)])

/** Citations that have the same key are written the same in a style. */
export const citationKey = ({ language, isNarrative, cites }: Citation): string =>
  JSON.stringify([
    localeOf(language),
    isNarrative,
    cites.map(({ source, among = [], ...cite }) => [workKey(source), among.map(workKey), cite]),
  ])

/**
 * Formats each work and each citation once. What another run or another thread formatted can be added, which spares
 * loading the style.
 */
export class KnownReferences implements ReferenceFormatter {
  readonly style: CitationStyle
  readonly #byKey = new Map<string, FormattedReference>()
  /** These are citations without their words. A citation that the style cannot write is undefined. */
  readonly #citations = new Map<string, string | undefined>()

  constructor(style: CitationStyle) {
    this.style = style
  }

  format(request: ReferenceRequest): string {
    return this.#formatted(request).html
  }

  /** Tells what kept the style from writing a work. It is undefined for a work that is written in the style. */
  faultOf(request: ReferenceRequest): string | undefined {
    return this.#formatted(request).fault
  }

  cite(citation: Citation, page?: PlaceOnPage): string | undefined {
    if (page !== undefined) return this.#citeOnPage(citation, page)
    for (const keepsDigits of [false, true]) {
      const template = templateOf(citation, keepsDigits)
      const written = this.#written(template.citation)
      const html = written === undefined ? undefined : filled(written, template)
      if (html !== undefined) return html
    }
    return undefined
  }

  #citeOnPage(citation: Citation, { citations, index }: PlaceOnPage): string | undefined {
    const templates = citations.map((each) => templateOf(each, true).citation)
    const key = pageKey(templates)
    if (!this.#citations.has(key)) this.#citations.set(key, citePageSafely(templates, this.style))
    const written = (JSON.parse(this.#citations.get(key) ?? '[]') as string[])[index]
    return written === undefined ? undefined : filled(written, templateOf(citation, true))
  }

  short(request: ReferenceRequest): string {
    const { source } = request
    const { isNumeric, isNote } = featuresOf(this.style)
    if (isNumeric || isNote) return source.short
    const written = this.cite(citationOf(request))
    const linked = written === undefined ? undefined : firstLinked(written)
    return linked === undefined ? source.short : plainText(linked)
  }

  /** Tells whether `cite` need only look a citation up. */
  hasCitation(key: string): boolean {
    return this.#citations.has(key)
  }

  /** Gives a citation by its key. It is undefined where it is not known, or the style cannot write it. */
  citation(key: string): string | undefined {
    return this.#citations.get(key)
  }

  /** Adds a citation under its key. It is undefined where the style cannot write it. */
  addCitation(key: string, html: string | undefined): void {
    this.#citations.set(key, html)
  }

  #written(citation: Citation): string | undefined {
    const key = citationKey(citation)
    if (!this.#citations.has(key)) this.#citations.set(key, citeSafely(citation, this.style))
    return this.#citations.get(key)
  }

  #formatted(request: ReferenceRequest): FormattedReference {
    const key = referenceKey(request)
    let formatted = this.#byKey.get(key)
    if (formatted === undefined) this.#byKey.set(key, (formatted = formatSafely(request, this.style)))
    return formatted
  }

  /** Formats works, together, which takes half the time of one after the other. */
  addAll(requests: readonly ReferenceRequest[]): void {
    formatAllSafely(requests, this.style).forEach((formatted, index) => {
      this.add(referenceKey(requests[index]!), formatted)
    })
  }

  /** Tells whether `format` need only look the work up. */
  has(key: string): boolean {
    return this.#byKey.has(key)
  }

  /** Adds the reference of a work under the work's key. */
  add(key: string, formatted: FormattedReference): void {
    this.#byKey.set(key, formatted)
  }
}

/** Pages that have the same key have the same citations. */
export const pageKey = (citations: readonly Citation[]): string =>
  JSON.stringify(citations.map((citation) => [citationKey(citation), citation.note]))

/** Writes the citations of a page, as JSON. The result is undefined where the style cannot write them. */
export function citePageSafely(citations: readonly Citation[], style: CitationStyle): string | undefined {
  try {
    return JSON.stringify(writePage(citations, style))
  } catch {
    return undefined
  }
}

/** Writes a citation. The result is undefined where the style cannot write it. */
export function citeSafely(citation: Citation, style: CitationStyle): string | undefined {
  try {
    return writeCitation(citation, style)
  } catch {
    return undefined
  }
}

/** Gives the citation of a work alone, which names author and year. */
export const citationOf = ({ source, language, among }: ReferenceRequest): Citation => ({
  language,
  isNarrative: false,
  cites: [{ source, prefix: '', suffix: '', ...(among && { among }) }],
})
