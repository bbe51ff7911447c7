import { UsageError } from '../site/usage-error.ts'

/**
 * Returns the options of Astro's servers.
 *
 * @param options The port as it was written, and whether other devices of the network may see the site.
 * @throws {UsageError} Where the port is none.
 */
export function serverOptions({
  port,
  host,
}: {
  readonly port?: string | undefined
  readonly host?: boolean | undefined
}) {
  const number = Number(port ?? 4321)
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new UsageError(`--port is a number from 1 to 65535, and not "${port}".`)
  return { port: number, host: host ?? false }
}
