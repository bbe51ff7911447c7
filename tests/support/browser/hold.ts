import type { Page } from '@playwright/test'

/** Holds an answer back until it is called for. */
export async function hold(page: Page, address: string): Promise<() => void> {
  let answer = (): void => undefined
  const called = new Promise<void>((resolve) => (answer = resolve))
  await page.route(address, (route) => called.then(() => route.continue()))
  return answer
}
