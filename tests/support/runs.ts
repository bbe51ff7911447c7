/** Another for every run, and the same again with `SEED=… node --test …`. */
export const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
