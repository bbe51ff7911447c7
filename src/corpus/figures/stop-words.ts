/**
 * These words carry no meaning by which two sentences could be compared, in English, German, French and Spanish. Only
 * words of three letters and more are listed, because shorter ones are not looked at.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    'the and was were are has had have been being its his her their our your this that these those with from into than',
    'then for not but all any both each few more most other some such only own same too very can will just should would',
    'could may might must about above after again against because before below between down during further here how once',
    'out over there they them through under until what when where which while who whom why you did does doing also per',
    'der die das und war waren ist sind hat hatte haben ein eine einer eines einem einen mit von aus als dann für nicht aber',
    'alle auch nur sehr kann wird durch unter über nach vor zwischen wenn dass sich sie wir ihr den dem des bei zum zur',
    'les des une est sont était étaient ont avait avec pour pas mais tous aussi seulement très par sous sur après avant entre',
    'que qui dans aux ces cette leur leurs nos vos',
    'los las una uno unos unas era eran son han había con por para pero todos también solo muy bajo sobre después antes',
    'entre que del sus esta este estos estas como',
  ]
    .join(' ')
    .split(' '),
)
