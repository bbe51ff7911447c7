/**
 * How far a long command is: one line of the terminal, written over and over, with the phase, the count and the rate. Where nobody
 * watches (in CI, or in a file) nothing is printed.
 */
const isWatched = process.stderr.isTTY && !process.env['CI']

/** Milliseconds between two states of the line. */
const INTERVAL = 100
let phase = ''
let began = 0
let lastShown = 0

/** @param total Left out where it is not known. */
export function showProgress(name: string, done?: number, total?: number): void {
  if (!isWatched) return
  const now = performance.now()
  if (name !== phase) [phase, began] = [name, now]
  else if (now - lastShown < INTERVAL) return
  lastShown = now
  write(done === undefined ? `${name} …` : `${name} ${ofTotal(done, total)}, ${rate(done, now - began)} a second`)
}

/** Makes room for what is said next. */
export function clearProgress(): void {
  if (isWatched && phase !== '') write('')
  phase = ''
}

const ofTotal = (done: number, total?: number): string => (total === undefined ? `${done}` : `${done} of ${total}`)

const rate = (done: number, milliseconds: number): number => Math.round((done * 1000) / Math.max(1, milliseconds))

const write = (text: string): boolean => process.stderr.write(`\r\u001b[2K${text}`)
