/** This file writes what a paper says of itself, as the metadata of Pandoc. */
import { stringify } from 'yaml'
import { directionOf } from '../language.ts'
import type { Corpus } from '../model/corpus.ts'
import type { ParsedInquiry } from '../model/parsed.ts'
import { topicKey } from '../topic-key.ts'
import { wordsFor } from '../words/words.ts'
import { textNode } from './nodes.ts'
import { writePhrasing } from './pandoc.ts'

/** A `PaperFiles` names the files beside a paper, as the paper does. */
export interface PaperFiles {
  /** This is the bibliography. */
  readonly bibliography: string
  /** This is the citation style. It is undefined where the paper has none of its own. */
  readonly style?: string | undefined
}

/**
 * Writes the metadata. Pandoc reads Markdown in them, so that what is no Markdown is escaped.
 *
 * @param abstract The lede and the answer, as Markdown.
 */
export function metadataOf(corpus: Corpus, inquiry: ParsedInquiry, abstract: string, files: PaperFiles): string {
  const { settings, history } = corpus
  const { data, path, title, topics } = inquiry
  const language = data.lang ?? settings.language
  const date = history.revisions.get(path)?.date.slice(0, 10) ?? data.updated ?? data.created
  const names = topics.map((name) => corpus.topics.get(topicKey(name))?.name ?? name)
  const fields = {
    title: plain(title),
    author: settings.author === undefined ? undefined : [plain(settings.author)],
    date,
    lang: language,
    // Without it, Pandoc writes a file of Word from left to right whatever its language.
    dir: directionOf(language) === 'rtl' ? 'rtl' : undefined,
    abstract: abstract === '' ? undefined : abstract,
    keywords: names.length === 0 ? undefined : names.map(plain),
    bibliography: files.bibliography,
    csl: files.style,
    'link-citations': true,
    'reference-section-title': plain(wordsFor(language).entry.references),
  }
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`
}

const plain = (text: string): string => writePhrasing([textNode(text)])
