/** Has an installed Chromium print a page. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { UsageError } from '../../site/usage-error.ts'

/** The milliseconds after which a browser that prints is given up. A thousand pages take some seconds. */
const TIME = 300_000

/**
 * Prints a file of HTML as PDF, with headings as its outline.
 *
 * @param browser The path of the browser.
 * @throws {UsageError} Where the browser does not print it.
 */
export async function printToPdf(browser: string, html: string, pdf: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'throughline-print-'))
  // The sandbox refuses to start as root, which is who runs in most containers.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const options = [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-pdf-header-footer',
    '--generate-pdf-document-outline',
  ]
  const quiet = [
    '--disable-background-networking',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${profile}`,
  ]
  rmSync(pdf, { force: true })
  try {
    await promisify(execFile)(
      browser,
      [...options, ...quiet, ...sandbox, `--print-to-pdf=${pdf}`, pathToFileURL(html).href],
      { timeout: TIME },
    )
  } catch (error) {
    throw notPrinted(browser, error instanceof Error ? error.message.split('\n')[0]! : String(error))
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
  if (!existsSync(pdf)) throw notPrinted(browser, 'it wrote no file')
}

const notPrinted = (browser: string, why: string): UsageError =>
  new UsageError(`${browser} did not print the edition: ${why}. The site and the edition as HTML are there.`)
