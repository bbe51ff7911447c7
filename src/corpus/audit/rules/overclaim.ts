import { certaintyOf, hedges } from '../../figures/certainty.ts'
import { sentencesIn } from '../../figures/sentences.ts'
import { STOP_WORDS } from '../../figures/stop-words.ts'
import { bodyOf } from '../../frontmatter/split.ts'
import type { EssayPassage, ParsedInquiry, ParsedNote } from '../../model/parsed.ts'
import { citedBy } from '../cited.ts'
import type { FindingDetails, Rule } from '../rule.ts'

/** This rule finds sentences of an essay that claim without reserve what a note cited beside them hedges. */
export const overclaim: Rule = {
  title: 'A sentence that claims more than the note it cites',
  why: 'A reserve is part of what was found. Where a sentence says that something is always so, is proven, causes another thing or is so rather than otherwise, and the note cited beside it says of the same things that they may be so, are so in some cases, are not necessarily so or are only correlated, readers are told more than is known. Compared are sentences that share most of their words.',
  remedy: 'Take over the reserve of the note, or cite the note that claims as much.',
  find: ({ corpus, inquiries }) =>
    inquiries.flatMap((inquiry) =>
      inquiry.paragraphs.flatMap((paragraph) => {
        if (paragraph.certainties.length === 0 || paragraph.isOwn) return []
        const cited = citedBy(corpus, inquiry, paragraph)
        return paragraph.certainties.flatMap((certain) => judge(inquiry, certain, cited))
      }),
    ),
}

function judge(inquiry: ParsedInquiry, { text, point }: EssayPassage, cited: readonly ParsedNote[]): FindingDetails[] {
  const note = cited.find((each) => isHedged(text, each))
  if (note === undefined || cited.some((each) => isClaimed(text, each))) return []
  const sentence = `This sentence claims more than the note "${note.title}", which makes a reservation.`
  return [{ file: inquiry.path, point: () => point, sentence }]
}

/** Tells whether a note says the same with a reservation. */
function isHedged(sentence: string, note: ParsedNote): boolean {
  const certainty = certaintyOf(sentence)
  return (
    certainty !== undefined && sentencesOf(note).some((other) => isAlike(sentence, other) && hedges(other, certainty))
  )
}

/** Tells whether a note claims the same without a reservation. */
function isClaimed(sentence: string, note: ParsedNote): boolean {
  const certainty = certaintyOf(sentence)
  return sentencesOf(note).some((other) => isAlike(sentence, other) && certaintyOf(other) === certainty)
}

const sentencesOf = ({ title, text, data: { claim = '', quote = '' } }: ParsedNote): string[] =>
  sentencesIn([title, claim, quote, bodyOf(text)].join('\n\n')).map((sentence) => sentence.text)

/** Tells whether two sentences are about the same: half of the words of the first, and two at least, are in the second. */
function isAlike(sentence: string, other: string): boolean {
  const [ours, theirs] = [stemsOf(sentence), stemsOf(other)]
  const shared = [...ours].filter((stem) => theirs.has(stem)).length
  return shared >= 2 && shared >= ours.size / 2
}

/** Gives the beginnings of the words that carry meaning, so that `improves` is `improve`. */
const stemsOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
      .filter((word) => !STOP_WORDS.has(word))
      .map((word) => word.slice(0, 5)),
  )
