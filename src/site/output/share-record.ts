/** The file in the folder of a share that says which share of which site it is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The name of the file, in the folder of the share. The joined site has no such file. */
export const SHARE_FILE = '.throughline-share.json'

const shareRecordSchema = z.object({
  number: z.number().int().positive(),
  of: z.number().int().positive(),
  /** The digest of the code with which the share was built. */
  code: z.string(),
  /** The digest of the content, and of the options that change the site. */
  content: z.string(),
})

/** What is recorded of a share. */
export type ShareRecord = z.infer<typeof shareRecordSchema>

/** Returns what is recorded of the share in a folder. Returns undefined where the folder has none. */
export function readShareRecord(folder: string): ShareRecord | undefined {
  try {
    return shareRecordSchema.parse(JSON.parse(readFileSync(join(folder, SHARE_FILE), 'utf8')))
  } catch {
    return undefined
  }
}
