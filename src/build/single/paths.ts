import { posix } from 'node:path'

/**
 * Returns the path in a copy of what an address of the site names, still encoded, with its query and fragment. A page
 * is the file `index.html` of its folder.
 *
 * @example pathInCopy('/garden/notes/a/#b', '/garden/') // 'notes/a/index.html#b'
 */
export const pathInCopy = (address: string, base: string): string =>
  address.slice(base.length).replace(/^([^?#]*\/)?(?=[?#]|$)/, '$1index.html')

/**
 * Returns how a file of a copy names another.
 *
 * @param path The path of the other, encoded, with a query and a fragment where there are some.
 * @param from The path of the file, encoded.
 * @example relativePath('notes/b/index.html#c', 'notes/a/index.html') // '../b/index.html#c'
 */
export function relativePath(path: string, from: string): string {
  const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? []
  return posix.relative(posix.dirname(`/${from}`), `/${file}`) + rest
}
