/**
 * Shows the progress of a long command in one line of the terminal, which is written over and over: the phase, the
 * count and the rate. In CI, or where the output is no terminal, it prints nothing.
 */

const isWatched = process.stderr.isTTY && !process.env['CI']

/** The milliseconds between two updates of the line. */
const INTERVAL = 100

let phase = ''
let began = 0
let lastShown = 0

/**
 * Shows how far a phase is. The line is updated when the phase changes, and otherwise at most once in each interval.
 *
 * @param name The phase, in words for the user.
 * @param done The number of things that are done. Without it, only the phase is shown.
 * @param total The number of all things, where it is known.
 */
export function showProgress(name: string, done?: number, total?: number): void {
  if (!isWatched) return
  const now = performance.now()
  if (name !== phase) [phase, began] = [name, now]
  else if (now - lastShown < INTERVAL) return
  lastShown = now
  write(done === undefined ? `${name} …` : `${name} ${ofTotal(done, total)}, ${rate(done, now - began)} a second`)
}

/** Removes the line, so that something else can be printed. */
export function clearProgress(): void {
  if (isWatched && phase !== '') write('')
  phase = ''
}

const ofTotal = (done: number, total?: number): string => (total === undefined ? `${done}` : `${done} of ${total}`)

/** Returns how many things were done in a second. */
const rate = (done: number, milliseconds: number): number => Math.round((done * 1000) / Math.max(1, milliseconds))

const write = (text: string): boolean => process.stderr.write(`\r\u001b[2K${text}`)
