/** Tells whether the host that `site.yaml` names takes a built site. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Host, Settings } from '../../corpus/site-config.ts'
import { readMarker } from './marker.ts'

/** How much a host takes of one site. */
interface HostLimits {
  readonly name: string
  /** The number of files. */
  readonly files: number
  /** The number of files for those who pay. */
  readonly paidFiles: number
  /** The size of one file, in bytes. */
  readonly bytes: number
}

/**
 * The limits of the hosts that publish some. Those of Cloudflare are of static files of a Worker
 * (https://developers.cloudflare.com/workers/platform/limits/).
 */
const LIMITS: { readonly [host in Host]?: HostLimits } = {
  cloudflare: { name: 'Cloudflare', files: 20_000, paidFiles: 100_000, bytes: 25 * 1024 * 1024 },
}

/**
 * Says in whole sentences what of a built site its host does not take, with what to do.
 *
 * @param outDir The folder of the site, as an absolute path. Where no site is in it, nothing is said.
 */
export function refusedByHost(outDir: string, { host, alternates }: Settings): string[] {
  const limits = host && LIMITS[host]
  if (limits === undefined) return []
  const files = [...readMarker(outDir).files]
  const large = files.filter((file) => sizeOf(join(outDir, file)) > limits.bytes)
  return [
    ...(files.length > limits.files ? [tooMany(files.length, limits, alternates.length > 0)] : []),
    ...large.map((file) => `${limits.name} takes no file of more than ${limits.bytes / 1024 / 1024} MiB: ${file}.`),
  ]
}

function tooMany(count: number, { name, files, paidFiles }: HostLimits, hasAlternates: boolean): string {
  const [have, free, paid] = [count, files, paidFiles].map((each) => each.toLocaleString('en'))
  const remedy = hasAlternates ? ' `alternates: none` in site.yaml leaves out the files beside pages.' : ''
  return `The site has ${have} files. ${name} takes ${free}, or ${paid} with a plan that is paid for.${remedy}`
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
