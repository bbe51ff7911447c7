import { element } from './element.ts'

/** This is a live region of the page: a screen reader speaks the text that appears in it. */
const region = element('p', { class: 'sr-only', role: 'status' })

/**
 * Speaks a short text to readers who hear the page, for a change that others see by itself.
 * The text is set after 50 milliseconds, because a live region speaks only what changes after it was added to the
 * page.
 */
export function announce(words: string): void {
  if (!region.isConnected) document.body.append(region)
  setTimeout(() => (region.textContent = words), 50)
}
