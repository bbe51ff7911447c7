/** Examines a site and what it is built with. */
import { accessSync, constants, existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { BIBLIOGRAPHY_FILES } from '../../corpus/bibliography/bibliography.ts'
import { isError } from '../../corpus/problem.ts'
import { CACHE } from '../../site/cache/folders.ts'
import { getSite, type Site } from '../../site/index.ts'
import { ownComponents } from '../../site/own-components.ts'
import { CONFIG_FILE } from '../../site/own-config.ts'
import { loadOwnDialect } from '../../site/own-dialect.ts'
import { refusedByHost } from '../../site/output/host-limits.ts'
import { listFiles } from '../../site/read/list-files.ts'
import { GitError, repositoryOf, runGit } from '../../site/read/run-git.ts'
import { SETTINGS_FILE } from '../../site/read/read-settings.ts'
import { problemLine, locate, tally } from '../../site/report.ts'
import { UsageError } from '../../site/usage-error.ts'
import { COMMANDS } from '../commands.ts'

/** What was found of one thing that a site needs. */
export interface Examined {
  readonly about:
    'node' | 'cache' | 'configuration' | 'content' | 'settings' | 'bibliography' | 'problems' | 'git' | 'publishing'
  /** An `error` keeps the site from being built; a `warning` costs something. */
  readonly state: 'ok' | 'warning' | 'error'
  /** A whole sentence. */
  readonly says: string
  /** What to do, as a whole sentence. Undefined where there is nothing to do. */
  readonly remedy?: string
}

/** Examines everything. Nothing is written and nothing is asked of the network. */
export async function examine(): Promise<Examined[]> {
  const machine = [node(), cache(), ...(await configuration())]
  // Without the configuration nobody can say how the content is read.
  if (machine.some(({ about, state }) => about === 'configuration' && state === 'error')) return machine
  const site = await getSite().catch((error: unknown) => {
    if (error instanceof UsageError) return error
    throw error
  })
  if (site instanceof UsageError)
    return [...machine, { about: 'content', state: 'error', says: site.message, remedy: 'throughline init makes one.' }]
  return [
    ...machine,
    content(site),
    settings(site),
    ...bibliography(site),
    problems(site),
    await git(site),
    publishing(site),
    ...host(site),
  ]
}

const node = (): Examined => ({ about: 'node', state: 'ok', says: `Node ${process.versions.node} will do.` })

function cache(): Examined {
  let folder = CACHE
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK)
    return { about: 'cache', state: 'ok', says: `What does not change from build to build is kept in ${CACHE}.` }
  } catch {
    const says = `${folder} may not be written, so no build can be made.`
    return { about: 'cache', state: 'error', says, remedy: 'Change its permissions.' }
  }
}

async function configuration(): Promise<Examined[]> {
  const about = 'configuration'
  if (CONFIG_FILE === undefined) return []
  const name = basename(CONFIG_FILE)
  try {
    await loadOwnDialect()
    await ownComponents()
    return [{ about, state: 'ok', says: `${name} is as it should be.` }]
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return [{ about, state: 'error', says: error.message, remedy: `Mend ${name}; docs/customise.md describes it.` }]
  }
}

function content({ folder, fileCounts: { entries, drafts } }: Site): Examined {
  if (entries + drafts > 0)
    return { about: 'content', state: 'ok', says: `${folder} has ${entries} entries to publish and ${drafts} drafts.` }
  const remedy = 'throughline init writes a first inquiry and its note.'
  return { about: 'content', state: 'warning', says: `${folder} has no Markdown file.`, remedy }
}

function settings({ folder, problems: all }: Site): Examined {
  const own = all.filter(({ file }) => file === SETTINGS_FILE)
  if (own.length > 0)
    return { about: 'settings', state: 'error', says: locate(own, folder).map(problemLine).join('\n  ') }
  if (existsSync(`${folder}/${SETTINGS_FILE}`))
    return { about: 'settings', state: 'ok', says: `${SETTINGS_FILE} is as it should be.` }
  const says = `There is no ${SETTINGS_FILE}, so the site has no name of its own and is read leniently.`
  return { about: 'settings', state: 'warning', says, remedy: 'throughline init writes one.' }
}

/** Names bibliographies that are called otherwise than those that a strict folder has. */
function bibliography({ folder, settings: { mode } }: Site): Examined[] {
  const { attachments } = listFiles(folder)
  const unread = attachments.filter((path) => /\.bib$/i.test(path) && !BIBLIOGRAPHY_FILES.includes(path))
  if (mode === 'lenient' || unread.length === 0) return []
  const says = `Works are read from ${BIBLIOGRAPHY_FILES.join(' and ')}, and not from ${unread.join(', ')}.`
  return [{ about: 'bibliography', state: 'warning', says, remedy: `throughline import ${unread[0]!} adds its works.` }]
}

function problems({ problems: all }: Site): Examined {
  if (all.length === 0) return { about: 'problems', state: 'ok', says: 'The content has no problems.' }
  const state = all.some(isError) ? 'error' : 'warning'
  return { about: 'problems', state, says: `The content has ${tally(all)}.`, remedy: 'throughline check lists them.' }
}

async function git({ folder }: Site): Promise<Examined> {
  const about = 'git'
  const repository = repositoryOf(folder)
  if (repository === undefined) {
    const says = 'The content is in no git repository, so answers have no history and pages no commit to cite.'
    return { about, state: 'warning', says, remedy: 'git init begins one.' }
  }
  try {
    const answer = await runGit(repository, ['rev-parse', '--is-shallow-repository'])
    if (answer.toString().trim() !== 'true') return { about, state: 'ok', says: 'The history of the content is whole.' }
    const remedy = 'git fetch --unshallow fetches the rest; in CI, set fetch-depth: 0.'
    return { about, state: 'warning', says: 'The clone is shallow, so only a part of the history is there.', remedy }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return { about, state: 'warning', says: `git ${error.message}.`, remedy: 'Without git, answers have no history.' }
  }
}

function publishing({ settings: { url } }: Site): Examined {
  if (url !== undefined) return { about: 'publishing', state: 'ok', says: `The site is published at ${url}.` }
  const says = `${SETTINGS_FILE} names no whole url, so feeds, citations and links for machines have no address to name.`
  return { about: 'publishing', state: 'warning', says, remedy: 'Write url: https://… into it before you publish.' }
}

/** Says what of the built site its host would refuse. Whoever builds into another folder hears it from the build. */
function host({ settings }: Site): Examined[] {
  return refusedByHost(resolve(COMMANDS.build.options.outDir.default), settings).map((says) => ({
    about: 'publishing',
    state: 'warning',
    says,
  }))
}
