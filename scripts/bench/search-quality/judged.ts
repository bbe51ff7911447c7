/** This file lists queries as readers of the demo might type them. The pages that answer each were judged by hand. */
export type QueryKind = 'name' | 'title' | 'phrase' | 'paraphrase' | 'author' | 'typo' | 'acronym' | 'words'

/** A `JudgedQuery` is a query with the pages that answer it. */
export interface JudgedQuery {
  readonly kind: QueryKind
  readonly query: string
  /** These are the addresses of the pages that answer the query. */
  readonly relevant: readonly string[]
}

/** Gives the pages of notes by their ids. */
export const note = (...ids: string[]): string[] => ids.map((id) => `/notes/${id}/`)
const inquiry = (...ids: string[]): string[] => ids.map((id) => `/inquiries/${id}/`)

/** Makes queries of one kind. */
export const queriesOf = (
  kind: QueryKind,
  judged: readonly (readonly [query: string, relevant: readonly string[]])[],
): JudgedQuery[] => judged.map(([query, relevant]) => ({ kind, query, relevant }))

/** These are the queries over the demo. */
export const JUDGED_QUERIES: readonly JudgedQuery[] = [
  ...queriesOf('title', [
    ['Imitating ChatGPT copies its style and leaves the gap in ability', note('imitation-copies-style')],
    ['When does a stronger teacher make a weaker student?', inquiry('teacher-backfires')],
    ['Easy and medium problems give reward training its steadiest gains', note('medium-difficulty-steadiest')],
    ['Keeping real data beside the generated prevents model collapse', note('accumulation-avoids-collapse')],
    ['Does the packaging of training data count for more than its origin?', inquiry('shape-or-origin')],
    ['A bigger answer generator does not reliably make a better student', note('larger-teacher-paradox')],
  ]),
  ...queriesOf('phrase', [
    ['"crowd raters"', [...note('imitation-copies-style'), ...inquiry('how-few')]],
    ['"clips its updates"', note('random-reward-nearly-works')],
    ['"a lower perplexity under the learner"', note('familiar-wording-teaches')],
    ['"Prediction and lossless compression"', note('prediction-is-compression')],
    ['"follow a power law"', note('ability-follows-power-law')],
    ['"the bare opening of a chat template"', note('template-prefix-elicits-data')],
  ]),
  ...queriesOf('paraphrase', [
    ['do wrong rewards still improve a model', note('random-reward-nearly-works')],
    ['is RL just sharpening what the base model knows', inquiry('new-or-latent')],
    [
      'weak models can generate better training samples for the same compute',
      note('cheap-samples-win-at-equal-compute'),
    ],
    ['too hard problems hurt reinforcement learning', note('medium-difficulty-steadiest')],
    ['small models cannot learn from long reasoning', note('small-students-need-short-chains')],
    ['copying the style of a bigger model without its abilities', note('imitation-copies-style')],
    ['mixing real and synthetic data to avoid collapse', note('accumulation-avoids-collapse')],
    ['how many examples are needed for alignment', [...inquiry('how-few'), ...note('thousand-examples-set-style')]],
    ['language model as image compressor', note('prediction-is-compression')],
    ['teaching tool use with synthetic conversations', note('planned-dialogues-teach-tools')],
    ['student surpasses its teacher in ranking', note('labels-outgrow-teacher')],
    [
      'models forget rare events when trained on their own output',
      note('recursive-training-loses-tails', 'collapse-first-described'),
    ],
    ['training on textbooks makes small code models good', note('textbook-diet-small-coder')],
    ['does reinforcement learning solve new tasks after long training', note('long-rl-widens-reach')],
    ['composing known skills by reward', note('rl-learns-compositions')],
    ['multiple choice format changes how models think', note('format-shapes-strategy')],
  ]),
  ...queriesOf('author', [
    ['Zweiger', note('self-edits-match-after-rl')],
    ['Shumailov', note('recursive-training-loses-tails', 'collapse-first-described')],
    ['Gudibande 2023', note('imitation-copies-style')],
    ['Gunasekar', note('textbook-diet-small-coder')],
    ['Zhou et al 2023', note('thousand-examples-set-style')],
    ['Bansal', note('cheap-samples-win-at-equal-compute')],
    ['Gerstgrasser', note('accumulation-avoids-collapse')],
    ['Akyurek', note('self-edits-match-after-rl')],
  ]),
  ...queriesOf('typo', [
    ['reinforcment learning compositons', note('rl-learns-compositions')],
    ['perpelxity', note('familiar-wording-teaches')],
    ['random rewrads', note('random-reward-nearly-works')],
    ['immitation of ChatGPT', note('imitation-copies-style')],
    [
      'model colapse',
      note('accumulation-avoids-collapse', 'collapse-first-described', 'recursive-training-loses-tails'),
    ],
    ['chian of thought short chains', note('small-students-need-short-chains')],
    ['textbok diet', note('textbook-diet-small-coder')],
    ['stronger techer weaker student', inquiry('teacher-backfires')],
  ]),
  ...queriesOf('acronym', [
    ['GRPO', note('random-reward-nearly-works', 'rl-amplifies-one-style')],
    ['SQuAD', note('self-edits-match-after-rl')],
    ['HumanEval', note('textbook-diet-small-coder')],
    ['AIME24', [...note('few-templates-elicit-maths'), ...inquiry('how-few')]],
    ['SuperGLUE', note('generation-steps-beat-originals')],
    ['LIMO', [...inquiry('how-few'), ...note('few-templates-elicit-maths')]],
    ['PNG FLAC', note('prediction-is-compression')],
    ['MATH-500', note('random-reward-nearly-works')],
    ['phi-1', note('textbook-diet-small-coder')],
    ['pass@k', [...note('base-overtakes-at-large-k', 'long-rl-widens-reach'), ...inquiry('new-or-latent')]],
  ]),
  ...queriesOf('words', [
    ['random reward', note('random-reward-nearly-works')],
    ['teacher student', [...inquiry('teacher-backfires'), ...note('labels-outgrow-teacher', 'larger-teacher-paradox')]],
    ['tails of the distribution', note('collapse-first-described', 'recursive-training-loses-tails')],
    ['power law', [...note('ability-follows-power-law'), ...inquiry('how-few')]],
    ['crowd raters style', note('imitation-copies-style')],
    ['chat template', note('template-prefix-elicits-data')],
    ['tool calls', note('planned-dialogues-teach-tools')],
    ['arithmetic coder', note('prediction-is-compression')],
    ['packaging origin', inquiry('shape-or-origin')],
    ['one output style', note('rl-amplifies-one-style')],
    ['product search', note('labels-outgrow-teacher')],
    ['variational autoencoders', note('collapse-first-described', 'recursive-training-loses-tails')],
  ]),
]
