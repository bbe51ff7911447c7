/** How often a property is tried, and where its random cases begin. */

/** `npm run test:nightly` tries every property twenty times as often as `npm test`. */
const FACTOR = Number(process.env['RUNS_FACTOR'] ?? 1)

/** @param count How often `npm test` tries it. */
export const runs = (count: number): number => Math.round(count * FACTOR)

/** Every run of the tests has another seed, and `SEED=… npm test` repeats the run that had this one. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
