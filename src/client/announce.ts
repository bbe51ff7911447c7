import { element } from './element.ts'

/** It stands in the page before it says anything: only what changes in it is spoken. */
const region = element('p', { className: 'sr-only', role: 'status' })
document.body.append(region)

/** Says something to those who hear the page, which others see by itself. */
export function announce(words: string): void {
  region.textContent = words
}
