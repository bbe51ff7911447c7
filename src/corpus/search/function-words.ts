/**
 * This file lists the function words of languages: articles, pronouns, prepositions, conjunctions, auxiliaries and
 * question words. A query is not searched for them where it has other words. The lists of libraries have words in them
 * that say what is meant (`Zeit` and `Mensch` in the German list of `stopword` 3.1), so these are closed classes only.
 */

/** The languages are those of the interface and of most other sites; others have no list, which does little harm. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en:
    'a about also am an and any are as at be been being but by can could did do does doing done for from had has have ' +
    'having he her hers him his how i if in into is it its itself let me might more most much must my no nor not of on ' +
    'only onto or our ours over shall she should so some such than that the their them themselves then there these ' +
    'they this those through to too under until up upon us very was we were what when where whether which while who ' +
    'whom whose why will with within without would you your yours isn’t don’t doesn’t didn’t can’t won’t it’s what’s',
  de:
    'ab aber als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein deine dem den denn der des ' +
    'dessen deren die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es ' +
    'etwa für gegen gibt hab habe haben hast hat hatte hatten hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ' +
    'ins ist ja jede jedem jeden jeder jedes kann können könnte man mehr mein meine mich mir mit muss müssen nach ' +
    'nicht noch nun nur ob oder ohne sein seine seinem seinen seiner seit sich sie sind so soll sollen sollte sondern ' +
    'über um und uns unser unter vom von vor wann war waren warum was weil welche welchem welchen welcher welches wenn ' +
    'wer werden wem wen wessen wie wieso wird wo wobei wodurch wofür woher wohin wurde wurden zu zum zur zwischen',
  fr:
    'a à ai ainsi as au aucun aussi autre aux avait avec avez avoir avons c ça car ce ceci cela ces cet cette ceux chez ' +
    'comme comment d dans de depuis des donc dont du elle elles en est et étaient était été être eu eux font fait ici ' +
    'il ils j je jusqu l la le les leur leurs lors lorsqu lorsque lui m ma mais me même mes moi mon n ne ni nos notre ' +
    'nous on ont ou où par pas plus pour pourquoi puisqu puisque qu quand que quel quelle quelles quels qui quoi s sa ' +
    'sans se sera ses si soi soient soit son sont sous sur t ta te tes toi ton tous tout toute toutes très tu un une ' +
    'vers vos votre vous y',
  es:
    'a al algo ante antes aquel aquella aun aunque bajo cada como cómo con contra cual cuál cuales cuando cuándo cuya ' +
    'cuyo de del desde donde dónde dos e el él ella ellas ellos en entre era eran eres es esa esas ese eso esos esta ' +
    'está están estas este esto estos fue fueron ha había han has hasta hay la las le les lo los más me mi mí mis muy ni ' +
    'no nos nosotros nuestra nuestro o os para pero por porque qué que quien quién se ser si sí sido sin sobre son su ' +
    'sus también te tu tú tus u un una unas uno unos y ya yo',
  it:
    'a ad agli ai al all alla alle allo anche c che chi ci ciò col come con cosa cui d da dagli dai dal dall dalla ' +
    'dalle dallo degli dei del dell della delle dello di dove e è ed era erano essere fra gli ha hai hanno ho i il in io ' +
    'l la le lei li lo loro lui ma mi mia mie miei mio ne negli nei nel nell nella nelle nello noi non nostra nostro o ' +
    'per perché più qual quale quali quando quanto quella quelle quelli quello questa queste questi questo se sei si ' +
    'sia siamo sono su sua sue sugli sui sul sull sulla sulle sullo suo suoi ti tra tu tua tuo un una uno vi voi',
  pt:
    'a à ao aos aquela aquele aquilo as às até com como da das de dela dele do dos e é ela elas ele eles em entre era ' +
    'eram essa esse esta está estão este eu foi foram há isso isto já lhe mais mas me mesmo meu minha muito na não nas ' +
    'nem no nos nós nossa nosso num numa o os ou para pela pelas pelo pelos por porque qual quais quando que quem são se ' +
    'sem ser seu seus só sob sobre sua suas também te tem têm um uma umas uns você',
  nl:
    'aan al als bij dan dat de den der des deze die dit doet door dus een en er geen haar had hebben heeft hem het hier ' +
    'hij hoe hun ik in is ja je kan kunnen maar me meer met mij mijn moet na naar niet nog nu of om omdat ons onze ook op ' +
    'over te tegen tot uit van veel voor waar waarom wanneer waren was wat we welk welke werd wie wij worden wordt zal ze ' +
    'zich zij zijn zo zonder',
  ar:
    'أن إن أو إلى التي الذي الذين اللذين على عن عند في قد قبل بعد بين كان كانت كل كما كيف لا لم لن له لها ما ماذا متى مع من ' +
    'منذ هذا هذه هذان هل هم هن هو هي و يكون تكون ثم حتى أي أين لماذا ذلك تلك',
  zh: '的 了 是 在 和 与 與 及 或 也 都 就 而 把 被 对 對 吗 嗎 呢 吧 这 這 那 个 個 什么 什麼 怎么 怎麼 为什么 為什麼 如何 是否 哪些',
}

/**
 * Gives the function words of a language, in lower case. There are none for a language that has no list.
 *
 * @param language A BCP 47 tag.
 *
 * @example
 * functionWords('fr-CA').includes('les') // true
 */
export const functionWords = (language: string): readonly string[] =>
  FUNCTION_WORDS[language.toLowerCase().split('-')[0]!]?.split(' ') ?? []
