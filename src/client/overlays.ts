/** What opens over the page, and what the keys do. Fetched when a reader first asks for any of it. */
export { enlarge } from './enlarge.ts'
export { runShortcut } from './keyboard/shortcuts.ts'
