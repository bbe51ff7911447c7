/** Where this browser keeps what a reader chose, if it keeps anything. */
export const storage = openStorage()

function openStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** @param value Undefined forgets it. */
export function savePreference(name: string, value?: string): void {
  if (value === undefined) storage?.removeItem(name)
  else storage?.setItem(name, value)
}

export const SHORTCUTS_OFF = 'shortcuts-off'
