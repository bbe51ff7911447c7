/** This is the storage for the preferences of the reader. It is undefined where the browser gives the page none. */
export const storage = openStorage()

/** Returns the storage of this site. Reading `localStorage` throws where the reader has blocked it. */
function openStorage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/**
 * Saves a preference of the reader in this browser.
 *
 * @param value The value. Undefined removes the preference.
 */
export function savePreference(name: string, value?: string): void {
  if (value === undefined) storage?.removeItem(name)
  else storage?.setItem(name, value)
}

/** This is the name of the preference that turns single keys off. It is set to `yes` or not set at all. */
export const SHORTCUTS_OFF = 'shortcuts-off'
