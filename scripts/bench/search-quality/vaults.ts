/**
 * This file lists queries over two public vaults on which nothing was tuned. They were judged from the notes themselves,
 * before any result of a search was seen. Of the notes only the names of files are kept here.
 */
import { queriesOf, type JudgedQuery } from './judged.ts'

/** A `JudgedVault` is a public folder of notes at one commit, with queries and the files that answer them. */
export interface JudgedVault {
  /** This is the repository, as `owner/name` on GitHub. */
  readonly repository: string
  /** This is the SHA-1 of the commit. */
  readonly commit: string
  /** The relevant pages are paths of files in the repository, without `.md`. */
  readonly queries: readonly JudgedQuery[]
}

const within = (folder: string, ...names: string[]): string[] => names.map((name) => `${folder}/${name}`)
const keyword = (...names: string[]): string[] => within('keywords', ...names)
const paper = (...names: string[]): string[] => within('papers', ...names)
const zettel = (...names: string[]): string[] => within('zettel', ...names)

/** These are notes on machine learning and neuroscience: 690 files whose names often differ from their titles. */
const NOTES: readonly JudgedQuery[] = [
  ...queriesOf('name', [
    ['bst', keyword('bst')],
    ['Zoph2020pretraining', paper('Zoph2020pretraining')],
    ['id20200301174549', zettel('id20200301174549')],
    ['curse_dim', keyword('curse_dim')],
    ['Vazquez2020recordings', paper('Vazquez2020recordings')],
    ['levy_walks', keyword('levy_walks')],
    ['Saroufim2021screening', zettel('Saroufim2021screening')],
  ]),
  ...queriesOf('title', [['Bias-Variance Tradeoff', keyword('bias-variance')]]),
  ...queriesOf('phrase', [['"energy-based models"', keyword('boltzmann_machine')]]),
  ...queriesOf('words', [
    ['word2vec negative sampling', keyword('word2vec', 'neg_sampling')],
    ['strong and eventual consistency', keyword('db_consistency', 'acid_base')],
    ['poisson disc sampling', keyword('bridson')],
    ['continuous integration feature branches', keyword('ci')],
    ['silhouette coefficient', keyword('clustering')],
  ]),
  ...queriesOf('paraphrase', [
    ['hiding information from agents makes them more robust', zettel('id20200301174549')],
    ['are gamers more neurotic than people who do not play', paper('Braun2016gamerpersonality')],
    ['why is most of the volume in a thin shell', keyword('curse_dim')],
    ["how does a company's structure show in its software", keyword('conways_law')],
    ['do technical job interviews measure anything objective', zettel('Saroufim2021screening')],
    ['how to spread random points evenly on a plane', keyword('bridson')],
    ['animals that explore with rare very far jumps', keyword('levy_walks')],
    ['edge whose removal disconnects the graph', keyword('bridge')],
    ['when is it worth training on easy examples first', [...keyword('curriculum'), ...paper('Wu2021whencurricula')]],
    ['how long should a test of two options run', keyword('ab-testing')],
  ]),
  ...queriesOf('author', [
    ['Sims 2008 sharks', keyword('levy_walks')],
    ['Wiedmann Minx', keyword('carbon_footprint')],
    ['Vazquez-Guardado', paper('Vazquez2020recordings')],
    ['Ryoo 2019', paper('Ryoo2019video')],
  ]),
  ...queriesOf('typo', [
    ['autoencodr latent space', keyword('autoencoder')],
    ['machiavelianism', keyword('dark_triad')],
  ]),
]

const graph = (...names: string[]): string[] => within('DiscourseGraph', ...names)
const guide = (...names: string[]): string[] => within('Discourse Graph Sandbox/Guides', ...names)
const SWALLOW = graph(
  'QUE - what is the airspeed velocity of an unladen swallow?',
  'RES - The airspeed velocity of an unladen swallow is 11 m-s',
  'HYP- airspeed velocity will not differ significantly between EUR & AFR swallows',
)
const LOAD = graph(
  'QUE - Can a 5 ounce bird carry a one-pound coconut?',
  'HYP- loadbearing capacity of a 5 oz bird ranges ~5-20g',
  'HYP- loadbearing capacity of a 5 oz bird can be estimated mathematically',
  'RES - 5g max load at sustained cruising',
)
const DEATH = 'EVD - Superstar death causes 5-10pct decline in quality-adjusted publication output of collaborators'

/** This is a discourse graph on two questions: 150 files, many of which have long names with a key in them. */
const DISCOURSE: readonly JudgedQuery[] = [
  ...queriesOf('name', [
    ['mertonMatthewEffectScience1968', graph('@mertonMatthewEffectScience1968')],
    ['dorPhylogenyGenusHirundo2010', graph('@dorPhylogenyGenusHirundo2010')],
    ['azoulaySuperstarExtinction2008', graph('@azoulaySuperstarExtinction2008')],
    ['@king_arthur', graph('@king_arthur')],
    ['@wangScienceScience2021', graph('@wangScienceScience2021')],
  ]),
  ...queriesOf('title', [
    ['African or European?', graph('QUE - African or European?')],
    ['Vertebrate fliers can lift', graph('CLM - Vertebrate fliers can lift ~6× their flight muscle mass')],
    [
      'Short CVs with only top-tier papers',
      graph(
        'EVD - Short CVs with only top-tier papers rated higher than identical CVs plus low-impact papers - @wangBarabasiScienceScience2021',
      ),
    ],
    ['creating relations', guide('Creating Relations')],
  ]),
  ...queriesOf('words', [
    [
      'well-known authors accepted single-blind',
      graph(
        'EVD - WSDM 2017 randomized experiment shows well-known authors 63pct more likely accepted under single-blind review - @wangBarabasiScienceScience2021',
      ),
    ],
    [
      'HHMI low impact journals',
      graph('EVD - HHMI citation premium twice as large for low-JIF journals - @azoulayMatthewEffectFable2014'),
    ],
    [
      'Rayleigh anecdote',
      graph(
        'EVD - Paper assessment reversed when eminent authorship revealed (Rayleigh anecdote) - @mertonMatthewEffectScience1968',
      ),
    ],
    ['swallow airspeed', SWALLOW],
    ['weather measurements', graph('ISS - better weather measurements needed')],
    ['candidate nodes', [...guide('Candidate nodes'), 'Dashboards/Candidate Nodes']],
    ['new canvas command palette', guide('Using the Canvas')],
  ]),
  ...queriesOf('paraphrase', [
    [
      'do women get credit for papers written with men',
      graph(
        'EVD - Female economists receive zero tenure credit for papers coauthored with male economists - @wangBarabasiScienceScience2021',
      ),
    ],
    [
      'what happens to collaborators when a famous scientist dies',
      graph(
        `${DEATH} - @azoulaySuperstarcExtinction2008`,
        `${DEATH} - @azoulaySuperstarcExtinction2008 1`,
        '@azoulaySuperstarExtinction2008',
      ),
    ],
    [
      'does a Nobel prize make older papers more cited',
      graph(
        'EVD - Nobel laureate major discovery boosts citations to prior unrelated papers - @wangBarabasiScienceScience2021',
      ),
    ],
    ['how much load can a small bird carry', LOAD],
    [
      'are European and African swallows the same species',
      graph(
        'CLM - European and African swallows are a single species',
        'EVD - Molecular phylogeny places Eur&Afr swallows in the same species',
      ),
    ],
    [
      'is counting citations a fair measure of quality',
      graph('QUE - Is citation count a hopelessly confounded metric'),
    ],
    [
      'too much data makes analysts perform worse',
      graph(
        'CLM - performance degrades when an analyst is fed too much data',
        'CLM - Too much data can can make sensemaking & decision-maki',
        'QUE - Is there an optimal amount of data to inform a decision',
      ),
    ],
    [
      'scientists at lesser known universities get less recognition',
      graph(
        'EVD - Equally productive scientists at lesser universities gain recognition less often - @mertonMatthewEffectScience1968',
      ),
    ],
    [
      'can reputation and real quality be told apart',
      graph(
        'HYP - the effects of real quality & status amplification on citation count can be disentangled',
        'CLM - Cumulative citation advantage reflects both real quality and status amplification making the two difficult to separate',
      ),
    ],
  ]),
  ...queriesOf('author', [
    ['Azoulay Stuart Wang', graph('@azoulay2012Matthew')],
    ['Marden 1987', graph('@mardenMaximumLiftProduction1987')],
    ['Safran Sheldon Winkler', graph('@dorPhylogenyGenusHirundo2010')],
  ]),
  ...queriesOf('typo', [
    ['swalow velocity', SWALLOW],
    [
      'preferental attachment',
      graph(
        'EVD - Senior physicists enjoy 4x early citation premium over junior faculty from preferential attachment threshold - @wangBarabasiScienceScience2021',
      ),
    ],
  ]),
]

/** These are the vaults. */
export const JUDGED_VAULTS: readonly JudgedVault[] = [
  { repository: 'khakhalin/notes', commit: 'ba6edbc1b2877e6f889eddd7ae78fcaf30c0fb01', queries: NOTES },
  {
    repository: 'DiscourseGraphs/obsidian-lab-example',
    commit: 'f9f94e0f3f1aa323aa8c51960dbfdcad22e9bb3c',
    queries: DISCOURSE,
  },
]
