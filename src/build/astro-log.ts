import { setActivity } from '../site/activity.ts'
import { clearProgress, showProgress } from '../site/progress.ts'

/** A message as Astro passes it to the destination of its log. */
interface LogEvent {
  readonly label: string | null
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
}

/** Matches the message with which Astro begins to render a page. */
const PAGE_LINE = /├─/
/** Matches the labels of the project's own integrations. */
const OWN_LABEL = /^throughline:/

/**
 * Makes the destination of Astro's log in a build. It prints warnings, errors and the messages of the project's own
 * integrations, and shows the progress on a terminal. Astro itself prints a line for every page, which nobody reads
 * when there are ten thousand.
 */
export default function buildLog() {
  let pages = 0
  return {
    write({ label, level, message }: LogEvent): void {
      if (level === 'warn' || level === 'error') printLine(console.error, message)
      else if (label !== null && OWN_LABEL.test(label)) printLine(console.log, message)
      else if (PAGE_LINE.test(message)) {
        setActivity('rendering pages')
        showProgress('Rendering pages:', ++pages)
      } else if (label === 'vite') {
        setActivity('bundling')
        showProgress('Bundling')
      }
    },
  }
}

/** Prints a message on a line of its own, in place of the progress line. */
function printLine(print: (message: string) => void, message: string): void {
  clearProgress()
  print(message)
}
