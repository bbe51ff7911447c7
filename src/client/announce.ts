import { element } from './element.ts'

const region = element('p', { class: 'sr-only', role: 'status' })

/** Says something to those who hear the page, which others see by itself. Only what changes in a region that is there is spoken. */
export function announce(words: string): void {
  if (!region.isConnected) document.body.append(region)
  setTimeout(() => (region.textContent = words), 50)
}
