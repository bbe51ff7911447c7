/**
 * This file lists the words by which a sentence is known as a claim, or as the author's own, in English, German, French
 * and Spanish.
 */
import { Phrases } from './phrases.ts'

const SOME_WORDS = String.raw`(?: \S+){0,4}`

/** Words that compare are claims where they are followed by what they compare with. */
const COMPARING =
  'more less fewer better worse higher lower greater larger smaller faster slower easier harder stronger weaker'
    .split(' ')
    .map((word) => `${word}${SOME_WORDS} than`)

const words = (listed: string): string[] => listed.split(/\s+/)

/**
 * A sentence with one of these claims something: that it was studied, that it mostly is so, that one thing is more than
 * another, or that one thing follows from another.
 */
export const CLAIMING = new Phrases([
  // What was studied, found and known.
  ...words('study studies studied trial trials survey surveys researchers scientists scholars evidence literature'),
  ...words('showed demonstrated reported observed known believed estimated thought'),
  ...[
    'experiments (?:show|have)',
    'data (?:show|suggest|indicate)',
    'found that',
    'is held',
    'everyone knows',
    'is argued',
  ],
  ...[
    'speak for',
    'speaks for',
    'according to',
    ...['has', 'have'].map((verb) => `${verb} (?:\\S+ )?(?:been|become|shown|proven|focused|remained|led|found)`),
  ],
  // What is mostly so.
  ...words('most majority typical typically often usually commonly routinely widely rarely always never traditionally'),
  ...words('frequently primary primarily mainly largest generally'),
  // What is more than another thing.
  ...COMPARING,
  ...words('outperform outperforms exceed exceeds surpass surpasses superior dominate dominates'),
  ...['comparable to', 'compared (?:to|with)', 'lag behind', 'lags behind'],
  // What follows from another thing.
  ...words(
    'because cause causes require requires necessitate necessitates enable enables prevent prevents inhibit inhibits',
  ),
  ...words('inhibitor increase increases reduce reduces regulate regulates regulating mediate mediates'),
  ...[
    'due to',
    'lead to',
    'leads to',
    'result in',
    'results in',
    'depend on',
    'depends on',
    'play an? (?:\\S+ )?role',
    'plays an? (?:\\S+ )?role',
  ],
  // The same in German, French and Spanish.
  ...words(
    'studie studien untersuchung untersuchungen belegt gezeigt nachgewiesen bekanntlich meist meistens häufig oft',
  ),
  ...words('üblicherweise verursacht weil mehrheit'),
  ...['die meisten', 'mehr als', 'weniger als', 'höher als', 'führt zu', 'führen zu'],
  ...words('étude études recherches montre montrent montré démontré observé souvent généralement provoque entraîne'),
  ...['la plupart', 'plus (?:\\S+ )?que', 'moins (?:\\S+ )?que', 'parce que'],
  ...words(
    'estudio estudios investigación investigaciones muestra muestran demostrado observado generalmente porque provoca',
  ),
  ...['la mayoría', 'a menudo', 'más (?:\\S+ )?que', 'menos (?:\\S+ )?que'],
])

/** A sentence with one of these is the author's own: it plans, judges, supposes, advises or leads on. */
export const OWN = new Phrases([
  ...words("we we'll we’ll our ours us i my here will would should could may might must ought if need needs"),
  ...words(
    'future promising hope expect anticipate foresee aim goal goals challenge challenges opportunity opportunities',
  ),
  ...words('recommended advisable'),
  ...['let us', 'can be', 'is advised', 'are advised', 'described (?:above|below|in)'],
  ...['as (?:described|discussed|noted|seen|mentioned|shown) (?:above|below|in|earlier)'],
  ...['this (?:review|section|subsection|chapter|paper|work|essay|article|survey|page|note|history)'],
  ...['these (?:insights|directions|considerations|questions)'],
  ...['see (?:the )?(?:section|chapter|figure|table)', 'in (?:the )?(?:section|chapter|figure|table)'],
  ...['the (?:next|following|previous|preceding|remaining) (?:sections?|chapters?|paragraphs?)'],
  ...['it (?:is|would be) (?:important|necessary|advisable|advised|recommended|possible|clear|worth)'],
  ...words('wir uns unser unsere unseren unserem unserer ich soll sollte sollten könnte müsste wird werden falls'),
  ...['dieser (?:abschnitt|aufsatz|beitrag)'],
  ...words('nous notre nos je devrait devraient pourrait pourraient'),
  ...['cet article', 'cette section'],
  ...words('nosotros nuestro nuestra nuestros nuestras yo debería deberían podría podrían veremos'),
  ...['este artículo', 'esta sección'],
])

/** A paragraph that begins with one of these sums up what was said and supported before. */
export const SUMMARISING =
  /^(?:\*\*)?(?:summary|to summari[sz]e|in summary|in sum|in short|in conclusion|to conclude|overall|altogether|taken together|in brief|zusammenfassend|insgesamt|kurz|en résumé|en somme|en conclusion|en resumen|en suma|en conclusión)(?!\p{L})/iu
