/**
 * Keeps the code that Node compiles for a command, so that the next run starts faster. It is loaded before the command,
 * with `node --import`.
 */
import { enableCompileCache } from 'node:module'

enableCompileCache()
