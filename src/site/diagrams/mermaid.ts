/** Draws diagrams with Mermaid in a browser. */
import { readFileSync } from 'node:fs'
import { DRAWING_NUMBER } from '../../corpus/model/diagrams.ts'
import { Chromium, NoAnswer } from './chromium.ts'
import { draw, prepare, type Outcome } from './in-page.ts'

/** The milliseconds that a diagram may take. */
const DRAWING_TIME = 10_000
/** After so many diagrams without an answer, the others are not tried. */
const MOST_LOST = 5

/** Nothing is loaded into the page, and no text of a writer runs in it. Styles are those of the drawings. */
const PAGE =
  '<!doctype html><meta charset="utf-8">' +
  `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><body></body>`

/** How Mermaid draws: text and not HTML, in the colours of paper and ink, without anything that could be clicked. */
export const CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  class: { htmlLabels: false },
  fontFamily: '"Source Sans 3 Variable", sans-serif',
  theme: 'base',
  themeVariables: {
    ...{ background: '#fdfbf7', primaryColor: '#f4efe6', primaryTextColor: '#2a2520', primaryBorderColor: '#8a7f70' },
    ...{ secondaryColor: '#e9efe6', tertiaryColor: '#f0e9e4', lineColor: '#5f564a', textColor: '#2a2520' },
    ...{
      noteBkgColor: '#f7eed2',
      noteTextColor: '#2a2520',
      noteBorderColor: '#b3a06a',
      edgeLabelBackground: '#fdfbf7',
    },
    ...{ fontFamily: '"Source Sans 3 Variable", sans-serif', fontSize: '16px' },
  },
  // The words at an edge would be half transparent, and the line would go through them.
  themeCSS: '.edgeLabel rect, .labelBkg { opacity: 1 !important }',
  secure: [
    ...['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'maxEdges', 'suppressErrorRendering'],
    ...['htmlLabels', 'fontFamily', 'altFontFamily', 'themeCSS', 'deterministicIds', 'dompurifyConfig'],
  ],
} as const

const FONT = new URL(
  import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
)

/**
 * Draws diagrams one after the other.
 *
 * @param browserPath The path of a Chromium.
 * @param script The path of the script of Mermaid.
 * @param drawn Is called with each outcome and the index of its diagram.
 * @returns Rejects where the browser does not start or Mermaid does not load.
 */
export async function drawAll(
  browserPath: string,
  script: string,
  codes: readonly string[],
  drawn: (index: number, outcome: Outcome) => void,
): Promise<void> {
  let page = await DrawingPage.open(browserPath, script)
  let lost = 0
  try {
    for (const [index, code] of codes.entries()) {
      try {
        drawn(index, await page.draw(code))
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        drawn(index, { fault: `It takes longer than ${DRAWING_TIME / 1000} seconds.`, line: null })
        if (++lost === MOST_LOST) break
        // A page that is still busy cannot be asked for anything else.
        page.close()
        page = await DrawingPage.open(browserPath, script)
      }
    }
  } finally {
    page.close()
  }
}

/** A page in which Mermaid is loaded. */
class DrawingPage {
  readonly #browser: Chromium
  readonly #session: string

  private constructor(browser: Chromium, session: string) {
    this.#browser = browser
    this.#session = session
  }

  static async open(browserPath: string, script: string): Promise<DrawingPage> {
    const browser = await Chromium.start(browserPath)
    try {
      const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank' })
      const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
      const page = new DrawingPage(browser, String(sessionId))
      await page.#prepare(script)
      return page
    } catch (error) {
      browser.close()
      throw error
    }
  }

  async #prepare(script: string): Promise<void> {
    const send = (method: string, params: object): Promise<Readonly<Record<string, unknown>>> =>
      this.#browser.send(method, params, this.#session)
    await send('Network.emulateNetworkConditions', {
      ...{ offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
    })
    const { frameTree } = (await send('Page.getFrameTree', {})) as { frameTree: { frame: { id: string } } }
    await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: PAGE })
    await this.#run(readFileSync(script, 'utf8'))
    const font = readFileSync(FONT).toString('base64')
    await this.#run(`(${prepare.toString()})(${JSON.stringify(CONFIG)}, ${JSON.stringify(font)})`)
  }

  async draw(code: string): Promise<Outcome> {
    const parameters = [code, DRAWING_NUMBER].map((each) => JSON.stringify(each)).join(', ')
    return (await this.#run(`(${draw.toString()})(${parameters})`, DRAWING_TIME)) as Outcome
  }

  /** Runs code in the page, and resolves to what it gives. */
  async #run(expression: string, time?: number): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = (await this.#browser.send(
      'Runtime.evaluate',
      params,
      this.#session,
      time,
    )) as {
      result?: { value?: unknown }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result?.value
  }

  close(): void {
    this.#browser.close()
  }
}
