/** How often a property is tried, where its random cases begin, and what only the nightly run does. */

/** `npm run test:nightly` tries every property twenty times as often as `npm test`. */
const FACTOR = Number(process.env['RUNS_FACTOR'] ?? 1)

/** @param count How often `npm test` tries it. */
export const runs = (count: number): number => Math.round(count * FACTOR)

/**
 * `npm test` draws the same cases each time, so that a change fails by its own faults only. Every nightly run draws
 * others, and `SEED=… npm run test:nightly` repeats one.
 */
export const seed = Number(process.env['SEED'] ?? (FACTOR > 1 ? Date.now() % 2 ** 31 : 1))

/** Says why a test is skipped. */
export const NIGHTLY_ONLY = 'only `npm run test:nightly` runs this'

/** Does this run do everything? */
export const isNightly = FACTOR > 1

/**
 * For tests that are too dear for every run. They are those that another test of every run stands beside: of the same
 * law on other content, or of one that fails only with code that seldom changes.
 */
export const nightly = { skip: !isNightly && NIGHTLY_ONLY }
