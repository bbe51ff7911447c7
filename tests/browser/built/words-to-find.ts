/** A small site in French with notes in scripts that a search engine reads in other ways than people do. */
import type { Contents } from '../../support/content-folder.ts'

const note = (title: string, text: string): string => `---\ntitle: ${JSON.stringify(title)}\n---\n${text}\n`

export const WORDS_TO_FIND: Contents = {
  'site.yaml': 'title: Mots\ndescription: Des mots.\nlanguage: fr-CA\n',
  'inquiries/oeuvre.md': note('Qu’est-ce que l’œuvre d’art ?', "Voir [[art]], [[eleve]]. L'apprentissage y compte."),
  'notes/art.md': note('L’art et l’œuvre', 'On parle de l’œuvre et de l’apprentissage, mais aussi de l’air.'),
  'notes/eleve.md': note('Les élèves', 'Un sœur, un Øresund, la Straße de Łódź, un curriculum vitæ. Version v2.5.1.'),
  'notes/kul.md': note('Somme', 'कुल योग'),
  'notes/kal.md': note('Demain', 'कल मिलेंगे'),
  'notes/ma5.md': note('Tons', 'ข้าวอร่อยมาก'),
  'notes/khao.md': note('Nouvelles', 'ข่าวใหม่วันนี้'),
  'notes/kal-bn.md': note('Temps', 'কাল সকাল'),
  'notes/kali-bn.md': note('Encre', 'কলি ফুল'),
  'notes/fa.md': note('Livre', 'کتاب علمی'),
  'notes/zh.md': note('Modèles', '深度学习模型'),
  'notes/Tornberg2026-lc.md': note('Une clé', 'Rien de plus.'),
  'notes/source.md':
    '---\ntitle: Une source\nsource: uitermark2026\nauthor: [Justus Uitermark]\nyear: 2026\ndoi: 10.1000/182\n---\nRien.\n',
  'notes/a/double.md': note('Double', 'Le même nom.'),
  'notes/b/double.md': note('Double', 'Le même nom.'),
}
