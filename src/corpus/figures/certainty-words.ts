/**
 * One of these words is in every sentence that leaves no room for doubt, in English, German, French and Spanish. They are
 * in small letters, with spaces between them.
 */
export const CERTAINTY_WORDS = [
  'always never invariably exception cases case everyone nobody immer nie niemals ausnahmslos toujours jamais siempre nunca excepción',
  'cause causes caused causing lead leads led result results produces due because verursacht verursachen führt führen bewirkt',
  'causent provoque provoquent entraîne entraînent causa causan provoca provocan',
  'prove proves proved proven certainly definitely undoubtedly conclusively doubt beweist beweisen bewiesen zweifellos sicherlich',
  'prouve prouvent prouvé certainement doute demuestra demuestran duda ciertamente',
  'rather instead nothing solely statt anstatt plutôt lieu lugar vez',
].join(' ')
