/** Plans a build: its options, and the pages and files that it has to make. */
import type { SitePath } from '../corpus/vocabulary.ts'
import { isInShare, WHOLE, type Share, type Shared } from './share.ts'

/** The options of a build. */
export interface BuildOptions {
  /** Whether the build makes a search index. */
  readonly search: boolean
  /** Whether the build makes everything again, whatever is there already. */
  readonly fresh: boolean
  /** Whether the folder of the site may have files of others in it. */
  readonly force: boolean
  /** The share of the site that is built. */
  readonly share: Share
}

/** The options of a build that says nothing. */
export const DEFAULT_OPTIONS: BuildOptions = { search: true, fresh: false, force: false, share: WHOLE }

/**
 * Says what one build makes. The command sets the options, the incremental build leaves out the pages that are up to
 * date, and the routes and the alternates ask which ones are left.
 */
export class BuildPlan {
  readonly options: BuildOptions
  #upToDate: ReadonlySet<SitePath> = new Set()

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

  /** Tells whether a page or file belongs to the share that is built. */
  isOwn(item: Shared): boolean {
    return isInShare(this.options.share, item)
  }

  /**
   * Returns the pages or files that the build has to make. These are all of its share, unless some were left out.
   *
   * @example
   * plan.leaveOut(new Set(['/notes/a/']))
   * plan.due([{ address: '/notes/a/' }, { address: '/notes/b/' }]) // [{ address: '/notes/b/' }]
   */
  due<T extends Shared>(pages: readonly T[]): T[] {
    return pages.filter((page) => !this.#upToDate.has(page.address) && this.isOwn(page))
  }
}
