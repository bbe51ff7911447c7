/**
 * What a build says: what came of it, and, on a terminal, how far it is. Astro would say a word for every page, which nobody reads of ten
 * thousand.
 */
import { clearProgress, showProgress } from '../site/progress.ts'

/** As Astro gives it to the destination of its log. */
interface LogEvent {
  readonly label: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
}

/** What Astro says of a page that it begins to render. */
const PAGE = /├─/
const OURS = /^throughline:/

export default function buildLog() {
  let pages = 0
  return {
    write({ label, level, message }: LogEvent): void {
      if (level === 'warn' || level === 'error') say(console.error, message)
      else if (label !== null && OURS.test(label)) say(console.log, message)
      else if (PAGE.test(message)) showProgress('Rendering pages:', ++pages)
      else if (label === 'vite') showProgress('Bundling')
    },
  }
}

function say(print: (message: string) => void, message: string): void {
  clearProgress()
  print(message)
}
