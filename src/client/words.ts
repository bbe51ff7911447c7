/**
 * This file holds the words that scripts show. They are fetched when a script first shows any, and only those of the
 * language of the page.
 */
import type { BrowserWords } from '../corpus/words/types.ts'

/** These are the words of scripts, in any language. */
type ScriptWords = BrowserWords<'other'>

/** These fetch the words of each language. The words of pages in the same files are no part of what is fetched. */
const LANGUAGES: Readonly<Record<string, () => Promise<ScriptWords>>> = {
  en: async () => (await import('../corpus/words/en.ts')).browser,
  de: async () => (await import('../corpus/words/de.ts')).browser,
  fr: async () => (await import('../corpus/words/fr.ts')).browser,
  zh: async () => (await import('../corpus/words/zh.ts')).browser,
  ar: async () => (await import('../corpus/words/ar.ts')).browser,
}

/** These are the words once they are fetched. */
let loaded: ScriptWords | undefined

/**
 * This is the language of the words, as a BCP 47 tag. It is that of the page, unless the skip link says that its own
 * words are in another one.
 */
export const language = document.querySelector<HTMLElement>('.skip')?.lang || document.documentElement.lang

/**
 * Fetches the words.
 *
 * @throws {Error} When they cannot be loaded. The promise is rejected.
 */
export async function loadWords(): Promise<void> {
  loaded ??= await LANGUAGES[language.slice(0, 2)]!()
}

/** Returns the words. Whoever calls this has waited for `loadWords`. */
export const words = (): ScriptWords => loaded!

/** Does something as soon as there are words, or never where they cannot be loaded. */
export const withWords = (use: () => void): void => void loadWords().then(use, () => undefined)
