/**
 * Prepares a process for the development server: it keeps the code that Node compiles, stays off the network, and reads
 * the content with bundled code where there is some. It is loaded before Astro, with `node --import`.
 */
import './compile-cache.ts'
import { storedCommandCode, useSiteOf } from './command-code.ts'

const folder = storedCommandCode()
if (folder !== undefined) useSiteOf(folder)
