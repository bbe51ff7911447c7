/** Finds an installed browser; the result is undefined where there is none. */
export function findBrowser(): string | undefined
/** Tells whether there is a browser to test in. */
export function hasBrowser(): Promise<boolean>
