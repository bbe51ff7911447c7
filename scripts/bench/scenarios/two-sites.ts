/** This file measures what something costs a build: the same notes are built with it and without it, in turn. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compare, medianOf, type Result } from '../measure.ts'
import { pairedRatio } from '../measure/statistics.ts'
import type { Options } from '../options.ts'
import { ourContestant } from '../ours.ts'
import { BUILT_SITES } from '../places.ts'
import type { Report } from '../report/report.ts'
import { formatMebibytes, formatRatio, formatSeconds } from '../report/units.ts'
import { ROUNDS } from './scenario.ts'

/** A `ComparedSite` is a content folder, with what is special about it. */
interface ComparedSite {
  readonly name: string
  readonly contentDir: string
}

/**
 * Builds two sites in turn.
 *
 * @param caption What both are made of.
 * @param sites The site without what is measured, and the one with it.
 */
export async function compareTwo(
  options: Options,
  say: (message: string) => void,
  caption: string,
  sites: readonly [without: ComparedSite, having: ComparedSite],
): Promise<Pick<Report, 'tables' | 'data'>> {
  const outDirs = sites.map(({ name }) => join(BUILT_SITES, name.replaceAll(' ', '-')))
  const results = await compare(
    sites.map(({ name, contentDir }, index) => ({ ...ourContestant({ contentDir, outDir: outDirs[index]! }), name })),
    { rounds: options.rounds ?? ROUNDS, warmups: options.warmups, onProgress: say },
  )
  const [without, having] = results as [Result, Result]
  const bytes = outDirs.map(bytesOf)
  const table = {
    caption,
    head: ['', 'seconds', 'cpu', 'bytes of the site', 'cpu is of none', 'bytes are of none'],
    rows: results.map((result, index) => [
      result.name,
      formatSeconds(medianOf(result.rounds, ({ seconds }) => seconds)),
      formatSeconds(medianOf(result.rounds, ({ cpuSeconds }) => cpuSeconds)),
      formatMebibytes(bytes[index]),
      ...(index === 0 ? ['', ''] : [formatRatio(cpuRatio(having, without)), formatRatio(bytes[1]! / bytes[0]!)]),
    ]),
  }
  return { tables: [table], data: { results, bytes } }
}

/** Returns how many times the processor's time of another contestant one takes, where it is known. */
function cpuRatio(one: Result, other: Result): number | undefined {
  const [own, others] = [one, other].map(({ rounds }) => rounds.flatMap(({ cpuSeconds }) => cpuSeconds ?? []))
  return own!.length === 0 || own!.length !== others!.length ? undefined : pairedRatio(own!, others!)
}

/** Returns the sum of the bytes of all files of a folder. */
const bytesOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
