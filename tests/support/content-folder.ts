/** Content folders of the tests' own. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What is in a folder, by path. */
export type Contents = Readonly<Record<string, string | Buffer>>

/** Makes a folder, which is removed when the tests are done. */
export function contentFolder(files: Contents, from?: string, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'throughline-'))
  if (from !== undefined) cpSync(from, folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) write(folder, path, text)
  folders.push(folder)
  return folder
}

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

export function write(folder: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Runs something as a user who may not read everything, as root may. */
export async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return run()
  process.seteuid!(65_534)
  return run().finally(() => process.seteuid!(0))
}
