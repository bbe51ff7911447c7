/** Loaded before a command (`node --import`): the code that Node compiles for it is kept, and is there the next time. */
import { enableCompileCache } from 'node:module'

enableCompileCache()
