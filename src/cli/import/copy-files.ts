import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FilePath } from '../../corpus/vocabulary.ts'
import { toDiskPath } from '../../site/read/content-folder.ts'

/** Copies files from one folder to another but for those that are there, and returns the paths of those that were copied. */
export const copyFiles = (paths: readonly FilePath[], from: string, to: string, isDry: boolean): FilePath[] =>
  paths.filter((path) => {
    const target = toDiskPath(to, path)
    if (existsSync(target)) return false
    if (isDry) return true
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(toDiskPath(from, path), target)
    return true
  })
