/**
 * Holds what the command is doing at the moment, in words for the user. When the memory ends, the process cannot look
 * for this any more, so it is said beforehand.
 */

let current = ''
let listener: ((activity: string) => void) | undefined

/**
 * Says what the command does from now on.
 *
 * @param activity A phrase that completes "while it was", such as `reading notes/a.md`.
 */
export function setActivity(activity: string): void {
  if (activity === current) return
  current = activity
  listener?.(activity)
}

/** Returns what the command is doing, or an empty text where it has not said anything yet. */
export const currentActivity = (): string => current

/** Calls a function with everything that the command says from now on. There is one such function at most. */
export function onActivity(callback: (activity: string) => void): void {
  listener = callback
}
