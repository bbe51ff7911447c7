/** Loaded before a command: writes down where the process wants to connect to, and lets it go nowhere. */
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

const FILE = process.env['NETWORK_RECORD']!

function refuse(what: string): never {
  appendFileSync(FILE, `${what}\n`)
  throw new Error(`${what} was refused.`)
}

globalThis.fetch = (input) => refuse(`fetch ${input instanceof Request ? input.url : String(input)}`)
Socket.prototype.connect = (...args: unknown[]) => refuse(`connect ${JSON.stringify(args[0])}`)
