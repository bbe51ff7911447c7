/**
 * Two copies of the project with the same content: one is built over and over, in the other nothing is left of the last
 * build but the page code, which does not depend on content (`page-code.test.ts` holds that). Pairs that change neither
 * the code nor what is stored of it share their copies, in which each has a site of its own.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { contentFolder, write } from '../../support/content-folder.ts'
import { runCommand, type Run } from '../../support/commands.ts'
import { start, type Running } from '../../support/own-process.ts'
import { copyProject } from '../../support/copy-project.ts'
import { differences, timesOf, treeOf, type Tree } from '../../support/tree.ts'

export type Files = Readonly<Record<string, string>>

export interface Rebuilt {
  /** The site before and after. */
  readonly before: Tree
  readonly after: Tree
  /** Pages that were written. */
  readonly written: readonly string[]
  readonly stdout: string
}

const copies = new Map<string, Pair['projects']>()

/** Returns the copies of the project for one pair, or for all that share them. */
function copiesFor(name: string): Pair['projects'] {
  const found = copies.get(name) ?? ([copyProject(`${name}/kept`), copyProject(`${name}/clean`)] as const)
  copies.set(name, found)
  return found
}

export class Pair {
  readonly #name: string
  readonly content: string
  /** The copies of the project. Both are always changed together. */
  readonly projects: readonly [kept: string, clean: string]
  #files: Files
  /** Sites of clean builds, by their content. */
  readonly #clean = new Map<string, Tree>()

  /** @param own Whether the copies of the project are of this pair alone. */
  constructor(name: string, files: Files, own?: 'own') {
    this.#name = name
    this.#files = files
    this.content = contentFolder(files)
    this.projects = copiesFor(own === undefined ? 'shared' : name)
  }

  get files(): Files {
    return this.#files
  }

  get outDir(): string {
    return join(this.projects[0], this.#site)
  }

  /** The folder of the site in both projects. */
  get #site(): string {
    return join('dist', this.#name)
  }

  /** Makes the content what is given, and touches nothing that is so already. */
  put(files: Files): void {
    for (const path of Object.keys(this.#files)) if (files[path] === undefined) rmSync(join(this.content, path))
    for (const [path, text] of Object.entries(files)) if (this.#files[path] !== text) write(this.content, path, text)
    this.#files = files
  }

  edit(edit: (files: Files) => Files): void {
    this.put(edit(this.#files))
  }

  /** Changes the code of both copies of the project. */
  recode(change: (project: string) => void): void {
    this.projects.forEach(change)
    this.#clean.clear()
  }

  build(...args: string[]): Promise<Run> {
    return this.#build(this.projects[0], ...args)
  }

  /** In a process of its own. */
  start(): Running {
    return start('build', ['--outDir', this.#site], this.content, this.projects[0])
  }

  /**
   * The law: whatever was built before, and however far it came, the site is that of a clean build, byte for byte.
   *
   * @param build What makes it so.
   */
  async assertClean(build = (): Promise<Run> => this.build()): Promise<Rebuilt> {
    const [before, times] = [treeOf(this.outDir), timesOf(this.outDir)]
    const { status, stdout, stderr } = await build()
    assert.equal(status, 0, stdout + stderr)
    const after = treeOf(this.outDir)
    assert.deepEqual(differences(after, await this.#cleanSite()), [])
    const written = [...timesOf(this.outDir)].filter(([path, time]) => isPage(path) && times.get(path) !== time)
    return { before, after, written: written.map(([path]) => path), stdout }
  }

  async #cleanSite(): Promise<Tree> {
    const content = JSON.stringify(this.#files)
    const site = this.#clean.get(content) ?? (await this.#buildClean())
    this.#clean.set(content, site)
    return site
  }

  async #buildClean(): Promise<Tree> {
    const project = this.projects[1]
    const cache = join(project, 'node_modules/.astro')
    const cached = existsSync(cache) ? readdirSync(cache).filter((name) => !name.includes('page-code')) : []
    for (const made of [join(project, 'dist'), join(project, '.astro'), ...cached.map((name) => join(cache, name))])
      rmSync(made, { recursive: true, force: true })
    const { status, stdout, stderr } = await this.#build(project)
    assert.equal(status, 0, stdout + stderr)
    return treeOf(join(project, this.#site))
  }

  #build(project: string, ...args: string[]): Promise<Run> {
    const options = ['--outDir', this.#site, ...args]
    return runCommand({ command: 'build', args: options, project, env: { CONTENT_DIR: this.content } })
  }
}

export const isPage = (path: string): boolean => path.endsWith('.html') && !path.endsWith('.map.html')
