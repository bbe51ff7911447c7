/** This file measures how long a bibliography takes to be read and written in APA style, next to Pandoc. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'
import { styleText } from '../../../src/corpus/bibliography/processor.ts'
import { APA } from '../../../src/corpus/bibliography/style.ts'
import { compare, type Contestant } from '../measure.ts'
import { CORPORA, ROOT } from '../places.ts'
import { generateBibliography } from '../references/works.ts'
import { comparisonTable } from '../report/comparison.ts'
import { ROUNDS, type Scenario } from './scenario.ts'

/** This is the number of works where the options do not say. */
const WORKS = 6_314

/** Measures both, in turn, on works made up from the seed or on the files that the options name. */
export const references: Scenario = async ({ seed, entries = [WORKS], bib, rounds = ROUNDS, warmups }, say) => {
  const folder = join(CORPORA, `references-${entries[0]}-${seed}`)
  mkdirSync(folder, { recursive: true })
  const files = bib.length > 0 ? bib.map((path) => resolve(path)) : [join(folder, 'works.bib')]
  if (bib.length === 0) writeFileSync(files[0]!, generateBibliography(seed, entries[0]!))
  const asked = spawnSync('pandoc', ['--version'], { encoding: 'utf8' })
  const version = asked.error === undefined ? asked.stdout.split('\n')[0] : undefined
  const contestants = [
    ours(await bundled(folder), files),
    ...(version === undefined ? [] : [pandoc(version, folder, files)]),
  ]
  const results = await compare(contestants, { rounds, warmups, onProgress: say })
  return {
    scenario: 'references',
    method:
      `${bib.length > 0 ? bib.join(', ') : `${entries[0]} works`}, read and written in APA style by one process each; medians.` +
      (version === undefined ? ' Pandoc is not on this machine.' : ''),
    tables: [comparisonTable('References', results)],
    data: results,
  }
}

/** Bundles the script that reads and writes, as the commands are bundled. Gives the path of the bundle. */
async function bundled(folder: string): Promise<string> {
  const file = join(folder, 'read-and-format.mjs')
  await build({
    input: join(ROOT, 'scripts/bench/references/read-and-format.ts'),
    platform: 'node',
    resolve: { mainFields: ['module', 'main'] },
    external: ['satteri'],
    logLevel: 'silent',
    output: { file, format: 'esm' },
  })
  return file
}

const ours = (script: string, files: readonly string[]): Contestant => ({
  name: 'Throughline',
  clean: () => undefined,
  steps: [{ command: process.execPath, args: [script, ...files], cwd: ROOT }],
})

/** Has Pandoc write the same works in the very same style. */
function pandoc(version: string, folder: string, files: readonly string[]): Contestant {
  const [style, page] = [join(folder, 'apa.csl'), join(folder, 'all.md')]
  writeFileSync(style, styleText(APA))
  writeFileSync(page, "---\nnocite: '@*'\n---\n")
  const bibliographies = files.flatMap((file) => ['--bibliography', file])
  const args = [
    '--citeproc',
    '--csl',
    style,
    ...bibliographies,
    page,
    '--to',
    'html',
    '--output',
    join(folder, 'all.html'),
  ]
  return { name: version, clean: () => undefined, steps: [{ command: 'pandoc', args, cwd: folder }] }
}
