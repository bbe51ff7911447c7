/**
 * Keeps the code that Node compiles for a command, so that the next run starts faster, and keeps the command off the
 * network. It is loaded before the command, with `node --import`.
 */
import { enableCompileCache } from 'node:module'
import './offline.ts'

enableCompileCache()
