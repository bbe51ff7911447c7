/**
 * This module holds what opens over the page and what the shortcuts do. It is fetched when a reader first asks for
 * any of it.
 */
export { enlarge } from './enlarge.ts'
export { runShortcut } from './keyboard/shortcuts.ts'
