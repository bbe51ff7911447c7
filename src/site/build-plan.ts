/** Plans a build: its options, the pages that it has to make, and the files that stay as they are. */
import type { SitePath } from '../corpus/vocabulary.ts'

/** The options of a build. */
export interface BuildOptions {
  /** Whether the build makes a search index. */
  readonly search: boolean
  /** Whether the build makes everything again, whatever is there already. */
  readonly fresh: boolean
  /** Whether the folder of the site may have files of others in it. */
  readonly force: boolean
}

/** The options of a build that says nothing. */
export const DEFAULT_OPTIONS: BuildOptions = { search: true, fresh: false, force: false }

/**
 * Says what one build makes. The command sets the options, the incremental build leaves out the pages that are up to
 * date, and the routes and the alternates ask which ones are left.
 */
export class BuildPlan {
  readonly options: BuildOptions
  #upToDate: ReadonlySet<SitePath> = new Set()
  readonly #keptFiles = new Set<string>()
  readonly #whenPublished: (() => void)[] = []

  constructor(options: BuildOptions = DEFAULT_OPTIONS) {
    this.options = options
  }

  /**
   * Leaves out the pages and files at these addresses, because they are in the site already, just as they would be
   * made.
   */
  leaveOut(addresses: ReadonlySet<SitePath>): void {
    this.#upToDate = addresses
  }

  /**
   * Returns the pages or files that the build has to make. These are all of them, unless some were left out.
   *
   * @example
   * plan.leaveOut(new Set(['/notes/a/']))
   * plan.due([{ address: '/notes/a/' }, { address: '/notes/b/' }]) // [{ address: '/notes/b/' }]
   */
  due<T extends { readonly address: SitePath }>(pages: readonly T[]): T[] {
    return pages.filter(({ address }) => !this.#upToDate.has(address))
  }

  /** Keeps files of the last build, given as paths in the site, with `/` between segments. */
  keepFiles(files: Iterable<string>): void {
    for (const file of files) this.#keptFiles.add(file)
  }

  /** The files that are kept. */
  get keptFiles(): ReadonlySet<string> {
    return this.#keptFiles
  }

  /** Calls a function once the site is published, such as one that stores what the next build wants to know of it. */
  whenPublished(callback: () => void): void {
    this.#whenPublished.push(callback)
  }

  /** Says that the site is published. */
  published(): void {
    for (const callback of this.#whenPublished) callback()
  }
}
