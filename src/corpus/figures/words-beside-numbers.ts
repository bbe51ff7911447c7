/**
 * This file lists the words by which numbers are told apart, in English, German, French and Spanish. Most are parts of
 * regular expressions.
 */

/** These words are the months. */
export const MONTHS = [
  'Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?',
  'März|Mai|Juni|Juli|Okt(?:ober)?|Dez(?:ember)?',
  'janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
].join('|')

const setOf = (...words: readonly string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

/** After these words, a number is a label: the number of a page, a table, a section, a law. They are in small letters. */
export const LABELS = setOf(
  'act annex appendix appendices article articles art box chapter chapters chs ch clause clauses eq eqs equation equations',
  'experiment experiments fig figs figure figures footnote footnotes issue item items lemma no nos nr note notes number numbers',
  'page pages paragraph paragraphs para paras part parts phase phases plate plates p pp question questions reference references',
  'ref refs room rooms rule rules scheme schemes section sections sec secs seq seqs source sources stage stages step steps study',
  'table tables tab theorem theorems title titles version versions vol vols volume volumes § №',
  'abb abbildung abbildungen abs absatz abschnitt abschnitte anhang artikel aufl auflage band bd bild formel gl gleichung kap kapitel',
  'nummer paragraph paragraf quelle s seite seiten tabelle teil z ziffer',
  'annexe chapitre chapitres chap équation équations étape numéro numéros partie tableau tableaux tome alinéa',
  'anexo artículo artículos apartado apartados capítulo capítulos cap ecuación etapa fase figura figuras núm número página páginas',
  'pág págs parte sección secciones tabla tablas tomo',
)

/** After these words in the singular, a small number is the name of one of several things. They are in small letters. */
export const NUMBERED_NOUNS = setOf(
  'arm batch category channel chromosome class classes cluster cohort column condition enzyme episode example exon factor',
  'generation grade group hypothesis isoform layer level line model option panel problem protein proteins receptor round row',
  'scenario season series serotype strain subtype subunit task test tier trial type variant verse war wave week zone',
  'fall gruppe klasse stufe typ welle groupe classe niveau vague grupo clase nivel tipo ola',
)

/** These words name what the author counts in the text itself. */
export const DISCOURSE_NOUNS = [
  'arguments|aspects|considerations|lessons|objections|parts|questions|reasons|sections|steps|themes|topics|ways',
  'Argumente|Aspekte|Einwände|Fragen|Gründen?|Schritten?|Teilen?|Themen|Weisen',
  'façons|étapes|objections|parties|raisons|thèmes|manières',
  'argumentos|aspectos|formas|objeciones|partes|preguntas|razones|maneras|temas|pasos',
].join('|')

/** These words name a measure and not a thing, although they have capitals: after them, a number is a figure. */
export const MEASURES: ReadonlySet<string> = new Set(
  (
    'AIC AP AUC AUPR AUPRC AUROC BIC BMI CI CV FDR FPR HR ICC IQ IQR MAE MAPE MCC MD MSE NNT NPV OR PPV PR RMSE ROC RR SD SE SEM ' +
    'SMD TPR WMD IC KI DE ET M N R F T P Z K Q I In On At By Of To No Mean Median Score Kappa Cohen’s Accuracy Recall Precision'
  ).split(' '),
)

/** These words may begin a sentence before a number, which is then a figure. */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    'a about above across after all almost also altogether among an and another approximately around as at because before below ' +
    'between both but by during each either even every few first for fourth from given he here however if in including indeed it its just ' +
    'less like many more most nearly no not now of on once one only or other our out over overall perhaps roughly second since so some ' +
    'still than that the their then there these they third this those though through thus to together total under until up using we were ' +
    'what when where whereas which while with within without yet you accuracy mortality prevalence incidence ' +
    'alle auch auf aus bei bis das der die ein etwa für im in mit nach nur über um unter von vor wenn zu ' +
    'au aux avec dans de des du en entre il la le les par plus pour seuls seulement sur un une ' +
    'al casi con de del desde el en entre hay la las los más para por se según sobre solo un una'
  ).split(' '),
)
