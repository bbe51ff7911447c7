/** Where this browser keeps what a reader chose, if it keeps anything. */
export const store = storage()

function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** @param value Undefined forgets it. */
export function keep(name: string, value?: string): void {
  if (value === undefined) store?.removeItem(name)
  else store?.setItem(name, value)
}

export const OFF = 'shortcuts-off'
