/** This file finds sentences that leave no room for doubt, and tells how a sentence hedges. */
import { sentencesIn, type Sentence } from './sentences.ts'

/** A `Certainty` is what a sentence claims without reserve: that it is always so, that one thing causes another, … */
export type Certainty = 'universal' | 'causal' | 'proven' | 'exclusive'

const anyOf = (words: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu')

/** These words claim it. */
const CLAIMS: Readonly<Record<Certainty, string>> = {
  universal:
    'always|never|invariably|without exception|in (?:all|every) cases?|everyone|nobody|immer|nie(?:mals)?|ausnahmslos|toujours|jamais|sans exception|siempre|nunca|sin excepción',
  causal:
    'causes?|caused|causing|leads? to|led to|results? in|produces|due to|because of|verursach(?:t|en)|führt zu|führen zu|bewirkt|causent|provoque(?:nt)?|entraîne(?:nt)?|causan?|provocan?',
  proven:
    'proves?|proved|proven|certainly|definitely|undoubtedly|conclusively|beyond doubt|beweis(?:t|en)|bewiesen|zweifellos|sicherlich|prouve(?:nt)?|prouvé|certainement|sans aucun doute|demuestran?|sin duda|ciertamente',
  exclusive: 'rather than|instead of|nothing but|solely|statt|anstatt|plutôt que|au lieu de|en lugar de|en vez de',
}

/** These words take from a sentence what it would claim. */
const DOUBTING =
  'may|might|could|can|perhaps|possibly|probably|likely|suggests?|suggested|appears?|seems?|some(?:times)?|often|usually|partly|in part|tends? to|not necessarily|not always|unclear|uncertain|preliminary|kann|können|könnte|vielleicht|möglicherweise|manche|manchmal|teilweise|nicht unbedingt|nicht immer|deutet|peut|peuvent|pourrait|parfois|certains|peut-être|en partie|pas nécessairement|puede|pueden|podría|quizás?|algunos|algunas|a veces|en parte|no necesariamente'
const ASSOCIATING =
  'correlat\\p{L}+|associat\\p{L}+|causality was not|not causal|no causal|cannot be inferred|observational|korrel\\p{L}+|assoziier\\p{L}+|Zusammenhang|corrél\\p{L}+|associé\\p{L}*|correlacion\\p{L}*|asocia\\p{L}*'

const HEDGED: Readonly<Record<Certainty, RegExp>> = {
  universal: anyOf(DOUBTING),
  causal: anyOf(`${ASSOCIATING}|may|might|not necessarily|suggests?|könnte|pourrait|podría`),
  proven: anyOf(DOUBTING),
  exclusive: anyOf(DOUBTING),
}

const KINDS = Object.keys(CLAIMS) as Certainty[]
const CERTAIN = Object.fromEntries(KINDS.map((kind) => [kind, anyOf(CLAIMS[kind])])) as Record<Certainty, RegExp>
const RESERVED = anyOf(`${DOUBTING}|${ASSOCIATING}|not|no|nicht|kein\\p{L}*|pas|ne|no|claims?|argues?|whether|if|ob|si`)

/** Finds the sentences of a text that claim something without reserve, in reading order. */
export const certaintiesIn = (text: string): Sentence[] =>
  sentencesIn(text).filter((sentence) => certaintyOf(sentence.text) !== undefined)

/** Says what a sentence claims without reserve. It is undefined where the sentence claims nothing so. */
export const certaintyOf = (sentence: string): Certainty | undefined =>
  RESERVED.test(sentence) ? undefined : KINDS.find((kind) => CERTAIN[kind].test(sentence))

/** Tells whether a sentence makes a reservation against a certainty, and does not claim the same. */
export const hedges = (sentence: string, certainty: Certainty): boolean =>
  HEDGED[certainty].test(sentence) &&
  (certainty === 'causal' || !CERTAIN[certainty].test(sentence.replace(NOT_ALWAYS, '')))

/** Matches a certainty that is denied. */
const NOT_ALWAYS =
  /(?:not|nicht|pas|no) (?:necessarily|always|immer|unbedingt|toujours|nécessairement|siempre|necesariamente)/giu
