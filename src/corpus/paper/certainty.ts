/** This file writes how certain the answer of a paper is, and why. */
import type { Element, ElementContent } from 'hast'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { Dialect } from '../site-config.ts'
import { isRaising } from '../vocabulary.ts'
import { wordsFor, type Words } from '../words/words.ts'
import { element, text } from './elements.ts'
import { fieldOf } from './fill.ts'

const wordsOf = (corpus: Corpus, { data }: ParsedInquiry): Words => wordsFor(data.lang ?? corpus.settings.language)

/** Makes the line of the abstract that says how certain the answer is. There is none where the writer does not say. */
export function certaintyOf(corpus: Corpus, inquiry: ParsedInquiry): Element[] {
  const { certainty } = inquiry.data
  const { certainty: words, frame } = wordsOf(corpus, inquiry)
  if (certainty === undefined) return []
  const label = element('strong', [text(frame.colon(words.title, '').trimEnd())])
  return [element('p', [label, text(` ${words.levels[certainty]}`)])]
}

/** Makes the section of the reasons for the certainty, by the domains of GRADE. */
export function reasonsOf(corpus: Corpus, dialect: Dialect, inquiry: ParsedInquiry): ElementContent[] {
  const words = wordsOf(corpus, inquiry)
  const { domains, lowers, raises } = words.certainty
  const items = inquiry.data.reasons.map(({ domain, levels, because }) => {
    const shift = levels === undefined ? '' : ` (${words.count(isRaising(domain) ? raises : lowers, levels)})`
    const label = words.frame.colon(`${domains[domain]}${shift}`, '').trimEnd()
    const why = fieldOf(corpus, dialect, inquiry, because)
    return element('li', [element('strong', [text(label)]), text(' '), ...why])
  })
  return items.length === 0 ? [] : [element('h1', [text(words.grounds.why)]), element('ul', items)]
}
