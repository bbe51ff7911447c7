/**
 * What the last build wrote, and from what. A page is trusted only as the very file that build left: one that was written since, by a
 * build that was interrupted or by anyone else, has another time or size, and is made again.
 */
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { writeWhole } from './store.ts'

const madeSchema = z.object({ digest: z.string(), size: z.number(), time: z.number() })

const lastBuildSchema = z.object({
  /** Of the code that made the pages. */
  code: z.string(),
  /** By file, relative to the folder of the site. */
  pages: z.record(z.string(), madeSchema),
})

/** A file, and what it was made from. */
export type Made = z.infer<typeof madeSchema>
export type LastBuild = z.infer<typeof lastBuildSchema>

/** Undefined where there was none, or nothing can be told of it. */
export function readLastBuild(file: string): LastBuild | undefined {
  try {
    return lastBuildSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

export const writeState = (file: string, state: unknown): void => writeWhole(file, JSON.stringify(state))

export function made(file: string, digest: string): Made | undefined {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats && { digest, size: stats.size, time: stats.mtimeMs }
}

/** Is it what was made from the same, and has nobody written to it since? */
export function isAsMade(file: string, digest: string, before: Made | undefined): boolean {
  if (before?.digest !== digest) return false
  const now = made(file, digest)
  return now?.size === before.size && now.time === before.time
}
