/** The questions that `throughline init` asks. */
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { didYouMean, nearest } from '../../corpus/suggest.ts'
import { PROJECT } from '../../site/cache/folders.ts'
import { UsageError } from '../../site/usage-error.ts'

/** The hosts for which `init` writes how a site is published. */
export const HOSTS = ['github', 'gitlab', 'netlify', 'none'] as const
export type Host = (typeof HOSTS)[number]

/** What is known of a new site. */
export interface Answers {
  readonly title: string
  /** Undefined where nobody is named. */
  readonly author: string | undefined
  readonly host: Host
}

/** The options of the command that answer questions. */
interface Given {
  readonly yes?: boolean | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly host?: string | undefined
}

/**
 * Returns what the options say, and asks for the rest.
 *
 * @throws {UsageError} Where nobody is there to be asked, and for a host that is none of the four.
 */
export async function askFor({ yes, title, author, host }: Given): Promise<Answers> {
  const usual = basename(PROJECT)
  if (host !== undefined) hostOf(host)
  if (yes) return { title: title ?? usual, author, host: hostOf(host ?? 'none') }
  if (!process.stdin.isTTY)
    throw new UsageError(
      'There is no terminal on which to answer. Add --yes, and --title, --author or --host as you wish.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ask = async (question: string, or: string): Promise<string> =>
    (await terminal.question(`${question}${or === '' ? '' : ` (${or})`}: `)).trim() || or
  try {
    return {
      title: title ?? (await ask('What is the site called?', usual)),
      author: author ?? ((await ask('Who writes it?', '')) || undefined),
      host: hostOf(host ?? (await ask(`Where will it be published? ${HOSTS.join(', ')}`, 'none'))),
    }
  } finally {
    terminal.close()
  }
}

function hostOf(name: string): Host {
  const host = HOSTS.find((each) => each === name.toLowerCase())
  if (host !== undefined) return host
  throw new UsageError(`The host is one of ${HOSTS.join(', ')}.${didYouMean(nearest(name, HOSTS))}`)
}
