import { readdirSync } from 'node:fs'
import { relative } from 'node:path'

/** Lists the addresses of the entries of a built site. */
export const pagesIn = (dist: string): string[] =>
  readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === 'index.html')
    .map(({ parentPath }) => `/${relative(dist, parentPath)}/`)
    .filter((address) => /^\/(inquiries|notes)\/./.test(address))
    .sort()
