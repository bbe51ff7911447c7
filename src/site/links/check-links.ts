/** Asks for the addresses of a site, a few hosts at once, and keeps what came of it as `sources.lock.json` has it. */
import { compareText } from '../../corpus/compare.ts'
import type { LinkCheck, LinkChecks } from '../../corpus/model/updates.ts'
import type { Asking } from '../web/follow.ts'
import { Turns } from '../web/turns.ts'
import type { Web } from '../web/web.ts'
import { askAddress, type Fate } from './ask-address.ts'
import { Archive, type Captured } from './captures.ts'

/** The number of hosts that are asked at the same time. */
const HOSTS_AT_ONCE = 4

/** What came of asking for an address. `unarchived` says why nothing is known of its captures. */
export interface Checked {
  readonly address: string
  readonly check: LinkCheck
  readonly unarchived?: string
}

/** How addresses are asked for. */
export interface CheckOptions {
  readonly web: Web
  /** The name by which servers know who asks. */
  readonly agent: string
  /** The day, as YYYY-MM-DD. */
  readonly today: string
  /** Whether the archive is asked to capture what it has no capture of. */
  readonly capture: boolean
  /** What was known before. */
  readonly known: LinkChecks
}

/**
 * Asks for addresses, and for captures of the dead ones.
 *
 * @param onChecked Is called with what came of each, as soon as it is known.
 */
export async function checkLinks(
  addresses: readonly string[],
  options: CheckOptions,
  onChecked: (checked: Checked) => void,
): Promise<void> {
  const { web, agent } = options
  const asking: Asking = { web, agent, turns: new Turns(web.pause) }
  const archive = new Archive(asking)
  const hosts = [...Map.groupBy(addresses, (address) => new URL(address).host).values()].values()
  const askHosts = async (): Promise<void> => {
    for (const host of hosts)
      for (const address of host)
        onChecked(await checkOne(address, await askAddress(asking, address), archive, options))
  }
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, askHosts))
}

async function checkOne(address: string, fate: Fate, archive: Archive, options: CheckOptions): Promise<Checked> {
  const { today, known } = options
  const before = Object.hasOwn(known, address) ? known[address] : undefined
  const check = checkBy(fate, before, today)
  const isAsked = check.reason === undefined && (fate === 'dead' || options.capture)
  if (check.capture !== undefined || !isAsked) return { address, check }
  const captured = await captureOf(address, fate, archive, options)
  if (captured === 'none') return { address, check }
  if ('error' in captured) return { address, check, unarchived: captured.error }
  return { address, check: { ...check, capture: captured } }
}

/** Returns what is known of an address now. A request that told nothing leaves what was known before. */
function checkBy(fate: Fate, before: LinkCheck | undefined, today: string): LinkCheck {
  const { dead, reason: _, ...rest } = before ?? {}
  const kept = { ...rest, checked: today }
  if (fate === 'alive') return kept
  if (fate === 'dead') return { ...kept, dead: dead ?? today }
  return { ...kept, ...(dead !== undefined && { dead }), reason: fate.reason }
}

/** Finds a capture of an address, or has one made where it is alive and that was asked for. */
async function captureOf(address: string, fate: Fate, archive: Archive, options: CheckOptions): Promise<Captured> {
  const last = await archive.lastCapture(address, options.today)
  return last === 'none' && fate === 'alive' && options.capture ? archive.capture(address) : last
}

/** Returns the addresses that no server told anything of today, or whose captures were not asked for yet. */
export const unasked = (addresses: readonly string[], known: LinkChecks, { today, capture }: CheckOptions): string[] =>
  addresses.filter((address) => {
    const check = Object.hasOwn(known, address) ? known[address] : undefined
    if (check?.checked !== today || check.reason !== undefined) return true
    return capture && check.capture === undefined
  })

/** Returns what is known of addresses with something more, in order and without those that the site has no more. */
export function withChecked(known: LinkChecks, { address, check }: Checked, listed: ReadonlySet<string>): LinkChecks {
  return onlyListed({ ...known, [address]: inOrder(check) }, listed)
}

/** Returns what is known of the addresses of a site, in order. */
export const onlyListed = (known: LinkChecks, listed: ReadonlySet<string>): LinkChecks =>
  Object.fromEntries(
    Object.entries(known)
      .filter(([address]) => listed.has(address))
      .sort(([a], [b]) => compareText(a, b)),
  )

const inOrder = ({ checked, dead, reason, capture, ...rest }: LinkCheck): LinkCheck => ({
  checked,
  ...(dead !== undefined && { dead }),
  ...(reason !== undefined && { reason }),
  ...(capture && { capture }),
  ...rest,
})
