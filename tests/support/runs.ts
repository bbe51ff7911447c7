/** How often a property is tried, and where its random cases begin. */

/** `npm run test:nightly` tries every property twenty times as often as `npm test`. */
const FACTOR = Number(process.env['RUNS_FACTOR'] ?? 1)

/** @param count How often `npm test` tries it. */
export const runs = (count: number): number => Math.round(count * FACTOR)

/**
 * `npm test` draws the same cases each time, so that a change fails by its own faults only. Every nightly run draws
 * others, and `SEED=… npm run test:nightly` repeats one.
 */
export const seed = Number(process.env['SEED'] ?? (FACTOR > 1 ? Date.now() % 2 ** 31 : 1))
