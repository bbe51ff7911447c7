/** Completes the parts of `study` and `reasons`: their names, and the values that are one of few words. */
import { CompletionItemKind } from 'vscode-languageserver/node'
import { designsOf } from '../../corpus/own-designs.ts'
import { dataSetParts } from '../../corpus/schema/data-set.ts'
import { effectParts } from '../../corpus/schema/effect.ts'
import { DIRECTIONS, EFFECT_KINDS } from '../../corpus/schema/effect-kinds.ts'
import { reasonParts } from '../../corpus/schema/certainty.ts'
import { checkedParts, studyParts } from '../../corpus/schema/study.ts'
import type { Settings } from '../../corpus/site-config.ts'
import { DOMAINS, isRaising } from '../../corpus/vocabulary.ts'
import { meaningsOfDesigns } from '../design-meanings.ts'
import type { Offer } from './offer.ts'
import { wordOffers } from './offers.ts'

/** Lists the names of parts that can stand in a field of the frontmatter. */
export function partOffers(around: readonly string[]): Offer[] {
  switch (around.join(' ')) {
    case 'study':
      return partsOf(studyParts.shape)
    case 'study data':
      return partsOf(dataSetParts.shape)
    case 'study effect':
      return partsOf(effectParts.shape)
    case 'study checked':
      return partsOf(checkedParts.shape)
    case 'reasons':
      return DOMAINS.map((domain) => partOffer(domain, isRaising(domain) ? RAISES : LOWERS))
    default:
      return isDomain(around) ? partsOf(reasonParts.shape) : []
  }
}

/** Tells whether the fields are those of a domain among the reasons. */
const isDomain = ([outer, domain, ...more]: readonly string[]): boolean =>
  outer === 'reasons' && domain !== undefined && more.length === 0

const RAISES = 'A domain of GRADE that raises the certainty. Say why in a sentence.'
const LOWERS = 'A domain of GRADE that lowers the certainty. Say why in a sentence.'

/** Lists the words that the value of a part can be, or returns undefined where it is free. */
export function partValueOffers(settings: Settings, around: readonly string[], key: string): Offer[] | undefined {
  switch ([...around, key].join(' ')) {
    case 'study design':
      return wordOffers(designsOf(settings), meaningsOfDesigns(settings))
    case 'study effect kind':
      return wordOffers(Object.keys(EFFECT_KINDS))
    case 'study effect direction':
      return wordOffers(DIRECTIONS)
    default:
      return isDomain(around) && key === 'levels' ? wordOffers(['1', '2']) : undefined
  }
}

const partsOf = (shape: Readonly<Record<string, { readonly description?: string | undefined }>>): Offer[] =>
  Object.entries(shape).map(([name, { description }]) => partOffer(name, description ?? ''))

const partOffer = (name: string, documentation: string): Offer => ({
  label: name,
  written: () => `${name}:`,
  documentation,
  kind: CompletionItemKind.Property,
})
