/** Looks up hosts for connections, and gives no address that is not on the web. */
import type { LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** The code of the error where a host or an address is not asked. */
export const NOT_ASKED = 'NOT_ASKED'

/**
 * Returns a function that looks a host up once, and fails where any of its addresses is not on the web. A connection is
 * made to what it gives, so that nobody can name another address between the look and the connection.
 */
export const publicLookup =
  (lookup: LookupFunction, isPublicAddress: (address: string) => boolean): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        done(error, [])
        return
      }
      const [first, ...others] = found as LookupAddress[]
      if (first === undefined || ![first, ...others].every(({ address }) => isPublicAddress(address))) {
        done(Object.assign(new Error(`${host} is the name of a private address`), { code: NOT_ASKED }), [])
        return
      }
      if (options.all === true) done(null, [first, ...others])
      else done(null, first.address, first.family)
    })
