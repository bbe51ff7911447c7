/**
 * This script runs under `astro dev` only. It shows the problems of the content in a bar over the last good page, and what
 * the audit finds in its margin.
 */
import type { LocatedProblem } from '../site/report.ts'
import { type Hello, HELLO_EVENT, PROBLEMS_EVENT, type Shown } from '../site/dev-events.ts'
import { ADDRESS, showNotices } from './dev-notices.ts'
import { renderPlace } from './dev-place.ts'

/**
 * Replaces the bar by one for these problems, or takes it away when there are none. A shadow root keeps the styles of
 * the page out.
 */
function showProblems(problems: readonly LocatedProblem[]): void {
  document.querySelector('throughline-problems')?.remove()
  if (problems.length === 0) return
  const bar = document.createElement('throughline-problems')
  const shadow = bar.attachShadow({ mode: 'open' })
  const style = document.createElement('style')
  style.textContent = `
    :host { position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 40vh; overflow: auto; padding: 12px 20px;
      background: #2b2622; color: #faf7f0; font: 14px/1.5 ui-monospace, monospace; }
    p { margin: 0; } b { color: #ffb4a2; font-weight: 600; } i { color: #e9d8a6; font-style: normal; }
    button { font: inherit; color: inherit; background: none; cursor: pointer; border: 1px solid; }
    .close { float: right; } .place { padding: 0; border: 0; text-decoration: underline; }`
  const close = document.createElement('button')
  close.className = 'close'
  close.textContent = 'Close'
  close.addEventListener('click', () => bar.remove())
  shadow.append(style, close, ...problems.map(renderProblem))
  document.body.append(bar)
}

/** Renders a problem as a line: `file:line:column`, which opens the editor there, the severity and the message. */
function renderProblem({ file, line, column, severity, message }: LocatedProblem): HTMLElement {
  const paragraph = document.createElement('p')
  const word = document.createElement(severity === 'error' ? 'b' : 'i')
  word.textContent = severity
  paragraph.append(renderPlace(`${file}:${line}:${column}`), ' ', word, ` ${message}`)
  return paragraph
}

import.meta.hot?.on(PROBLEMS_EVENT, ({ problems, notices }: Shown) => {
  showProblems(problems)
  if (notices !== undefined) showNotices(notices)
})
import.meta.hot?.send(HELLO_EVENT, { address: ADDRESS, age: performance.now() } satisfies Hello)
