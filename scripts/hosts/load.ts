/** Loads pages in Chromium. */
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.mjs'

/**
 * Loads pages one after another.
 *
 * @param addresses The addresses of pages.
 * @returns What failed: requests, scripts, and what the policy of a page refused.
 */
export async function loadInBrowser(addresses: readonly string[]): Promise<string[]> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
  const failed: string[] = []
  try {
    const page = await browser.newPage()
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.url()} (${response.status()}), on ${page.url()}`)
    })
    page.on('pageerror', (error) => failed.push(`${error.message}, on ${page.url()}`))
    page.on('console', (message) => {
      if (message.type() === 'error') failed.push(`${message.text()}, on ${page.url()}`)
    })
    for (const address of addresses) await page.goto(address, { waitUntil: 'load' })
  } finally {
    await browser.close()
  }
  return failed
}
