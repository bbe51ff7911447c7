/** This file lists the evidence of an inquiry at the end of a paper: what each note claims, from which work, and its role. */
import type { Element, ElementContent } from 'hast'
import { studyInWords } from '../findings/study-in-words.ts'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import type { EvidenceLink } from '../model/resolved.ts'
import type { Dialect } from '../site-config.ts'
import { studyOf } from '../render/study.ts'
import { restsOnRetracted } from '../updates/known.ts'
import { wordsFor, type Words } from '../words/words.ts'
import { sourceCitation } from './cite.ts'
import { element, text } from './elements.ts'
import { fieldOf } from './fill.ts'

/** Makes the sections of the evidence. Notes that rest on retracted works are by themselves. */
export function evidenceOf(corpus: Corpus, dialect: Dialect, inquiry: ParsedInquiry): ElementContent[] {
  const words = wordsFor(inquiry.data.lang ?? corpus.settings.language)
  const evidence = corpus.evidenceByInquiry.get(inquiry.path) ?? []
  const section = (title: string, isRetracted: boolean): ElementContent[] => {
    const listed = evidence.filter(({ note }) => restsOnRetracted(corpus, note) === isRetracted)
    const items = listed.map((each) => itemOf(corpus, dialect, words, each))
    return items.length === 0 ? [] : [element('h1', [text(title)]), element('ul', items)]
  }
  return [...section(words.files.evidence, false), ...section(words.files.retractedEvidence, true)]
}

function itemOf(
  corpus: Corpus,
  dialect: Dialect,
  words: Words,
  { note, inquiry, role, because }: EvidenceLink,
): Element {
  const how = role === undefined ? words.cited : words.roles[role]
  const claim = note.data.claim === undefined ? [text(note.title)] : fieldOf(corpus, dialect, note, note.data.claim)
  const stated = note.fields.some((each) => each.text === because) ? note : inquiry
  const reason = because === undefined ? [] : [text(' '), ...fieldOf(corpus, dialect, stated, because)]
  const label = words.frame.colon(how, '').trimEnd()
  const cited = sourceCitation(corpus, note)
  const study = studyOf(corpus, note)
  const language = inquiry.data.lang ?? corpus.settings.language
  const facts = study === undefined ? [] : studyInWords(words, study, language)
  const found = facts.length === 0 ? [] : [text(` (${facts.join('; ')})`)]
  return element('li', [element('strong', [text(label)]), text(' '), ...claim, ...cited, ...reason, ...found])
}
