/**
 * `npm run refresh -- --links` asks for every address of the web that public entries link to and works name, and
 * `--capture` has those captured of which the Internet Archive has no capture.
 */
import { linkDead } from '../../corpus/audit/rules/link-dead.ts'
import type { AuditInput } from '../../corpus/audit/rule.ts'
import { webPlacesOf, type WebPlace } from '../../corpus/audit/web-places.ts'
import type { LinkChecks, UpdatesLock } from '../../corpus/model/updates.ts'
import { webAddressesOf } from '../../corpus/render/web-links.ts'
import type { Site } from '../../site/index.ts'
import { checkLinks, onlyListed, unasked, withChecked, type Checked } from '../../site/links/check-links.ts'
import { THE_WEB } from '../../site/web/web.ts'
import { clearProgress, showProgress } from '../../site/progress.ts'
import { placeInFile } from '../../site/report.ts'
import { userAgent } from '../../site/registries/request.ts'

/** What the command asks, and where it keeps it. */
export interface LinkOptions {
  /** Whether addresses are asked for again that were today. */
  readonly again: boolean
  readonly capture: boolean
  readonly write: (lock: UpdatesLock) => void
}

/** Asks for the addresses of a site, and writes what came of each into the lock. A dead link is no error. */
export async function askForLinks(
  { corpus, settings, auditInput }: Pick<Site, 'corpus' | 'settings' | 'auditInput'>,
  lock: UpdatesLock,
  { again, capture, write }: LinkOptions,
  web = THE_WEB,
): Promise<void> {
  const addresses = webAddressesOf(corpus)
  const listed = new Set(addresses)
  let known: LinkChecks = lock.links ?? {}
  const today = new Date().toISOString().slice(0, 10)
  const options = { web, agent: userAgent(settings), today, capture, known }
  const due = again ? addresses : unasked(addresses, known, options)
  const placeOf = placesIn(auditInput)
  let asked = 0
  if (lock.links !== undefined) write({ ...lock, links: (known = onlyListed(known, listed)) })
  await checkLinks(due, options, (checked) => {
    known = withChecked(known, checked, listed)
    write({ ...lock, links: known })
    showProgress('Asking for addresses:', ++asked, due.length)
    report(checked, () => placeOf(checked.address))
  })
  clearProgress()
  summarise(known, asked, addresses.length - due.length)
}

/** Returns a function that says where an address first stands. The places are only looked for when it is called. */
function placesIn(input: AuditInput): (address: string) => string {
  let places: Map<string, WebPlace> | undefined
  return (address) => {
    places ??= new Map(
      webPlacesOf(input)
        .toReversed()
        .map((place) => [place.address, place]),
    )
    const place = places.get(address)
    return place === undefined ? '' : `${placeInFile(place.file, place.point())}: `
  }
}

/** Prints what deserves a look: dead links, and those of which nothing is known. */
function report({ address, check: { dead, reason, capture }, unarchived }: Checked, place: () => string): void {
  if (dead === undefined && reason === undefined && unarchived === undefined) return
  clearProgress()
  const at = `${place()}${address}`
  const copy = capture === undefined ? '' : `; capture of ${capture.date}: ${capture.address}`
  if (reason !== undefined)
    console.error(`${at}: not known (${reason}). Open it in a browser to see whether it is there.`)
  else if (dead !== undefined) console.log(`${at}: not found since ${dead}${copy}. ${linkDead.remedy}`)
  if (unarchived !== undefined)
    console.error(`${at}: its captures are not known (${unarchived}). Run this again later, which asks for them again.`)
}

function summarise(known: LinkChecks, asked: number, before: number): void {
  const all = Object.values(known)
  const dead = all.filter((each) => each.dead !== undefined).length
  const failed = all.filter((each) => each.reason !== undefined).length
  const others = before === 0 ? '' : `, ${before} known since today already (--all asks again)`
  console.error(`${asked} addresses asked for${others}; ${dead} dead, ${failed} of which nothing new is known.`)
}
