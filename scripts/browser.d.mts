export function findBrowser(): string | undefined
export function hasBrowser(): Promise<boolean>
