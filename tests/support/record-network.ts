/**
 * Is loaded into every Node process of a command, with `NODE_OPTIONS`. It writes into the file that `NETWORK_LOG` names
 * whatever the process looks up or connects to that is not on this machine, and lets none of it happen.
 */
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { createSocket } from 'node:dgram'

const log = process.env['NETWORK_LOG']!

// A test can see by this that the process was watched.
appendFileSync(log, `process ${process.argv.slice(1).join(' ')}\n`)

/** Matches the names of this machine, and the addresses that are on no other. */
const LOOPBACK = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?[0:]*1?\]?)$/i

/** Writes down what leads away from this machine, and refuses it. */
function refuse(kind: string, target: unknown): void {
  const host = typeof target === 'string' ? target : ''
  if (LOOPBACK.test(host)) return
  appendFileSync(log, `${kind} ${host}\n`)
  throw new Error(`${kind} ${host} is refused, because the command may not use the network.`)
}

type Method = (this: unknown, ...parameters: unknown[]) => unknown

/** Has a method of an object say first where it leads. */
function watch(owner: object, name: string, targetOf: (parameters: unknown[]) => unknown): void {
  const methods = owner as Record<string, Method>
  const method = methods[name]
  if (method === undefined) return
  methods[name] = function (...parameters) {
    refuse(name, targetOf(parameters))
    return method.apply(this, parameters)
  }
}

const first = ([host]: unknown[]): unknown => host
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of [
    'lookup',
    'lookupService',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveAny',
    'resolveTxt',
    'reverse',
  ])
    watch(owner, name, first)

/** The host of a connection. A path is that of a pipe, and Node passes on the parameters in a list. */
function hostOf(parameters: unknown[]): unknown {
  const [given, host] = (Array.isArray(parameters[0]) ? parameters[0] : parameters) as unknown[]
  if (typeof given === 'object' && given !== null)
    return 'path' in given && given.path ? '' : (given as { host?: unknown }).host
  return typeof given === 'number' ? host : ''
}
watch(Socket.prototype, 'connect', hostOf)
watch(Object.getPrototypeOf(createSocket('udp4').unref()) as object, 'send', (parameters) =>
  parameters.findLast((each) => typeof each === 'string'),
)
watch(globalThis, 'fetch', ([input]) => {
  const url = new URL(input instanceof Request ? input.url : String(input), 'http://localhost')
  return /^https?:$/.test(url.protocol) ? url.hostname : ''
})
