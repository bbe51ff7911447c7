/** The questions that `throughline init` asks. */
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { didYouMean, nearest } from '../../corpus/suggest.ts'
import { readSettings } from '../../corpus/settings.ts'
import { PROJECT } from '../../site/cache/folders.ts'
import { UsageError } from '../../site/usage-error.ts'
import { HOSTS, type Host } from './hosts.ts'

/** What is known of a new site. */
export interface Answers {
  readonly title: string
  /** Undefined where nobody is named. */
  readonly author: string | undefined
  readonly host: Host
  /** The address at which the site will be, without a slash at its end. Undefined where it is not known. */
  readonly url: string | undefined
}

/** The options of the command that answer questions. */
interface Given {
  readonly yes?: boolean | undefined
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly host?: string | undefined
  readonly url?: string | undefined
}

/**
 * Returns what the options say, and asks for the rest.
 *
 * @throws {UsageError} Where nobody is there to be asked, and for a host or an address that cannot be one.
 */
export async function askFor({ yes, title, author, host, url: address }: Given): Promise<Answers> {
  const usual = basename(PROJECT)
  if (host !== undefined) hostOf(host)
  const url = address === undefined ? undefined : urlOf(address)
  if (yes) return { title: title ?? usual, author, host: hostOf(host ?? 'none'), url }
  if (!process.stdin.isTTY)
    throw new UsageError(
      'There is no terminal on which to answer. Add --yes, and --title, --author, --host or --url as you wish.',
    )
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const ask = async (question: string, or: string): Promise<string> =>
    (await terminal.question(`${question}${or === '' ? '' : ` (${or})`}: `)).trim() || or
  try {
    return {
      title: title ?? (await ask('What is the site called?', usual)),
      author: author ?? ((await ask('Who writes it?', '')) || undefined),
      host: hostOf(host ?? (await ask(`Where will it be published? ${HOSTS.join(', ')}`, 'none'))),
      url,
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

function urlOf(address: string): string {
  const { settings } = readSettings({ path: 'site.yaml', text: `url: ${JSON.stringify(address)}\n` })
  if (settings.url !== undefined) return settings.url
  throw new UsageError(`"${address}" is no address of a site. Write one such as https://example.org/garden.`)
}
