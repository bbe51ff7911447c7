import type { SitePath } from '../corpus/vocabulary.ts'

/** What a build is asked to make. */
export interface BuildOptions {
  /** Whether the site has a search index. */
  readonly search: boolean
}

/** What one build makes. The command says it, then whoever finds pages that are there already, and routes ask which are left. */
export class BuildPlan {
  readonly options: BuildOptions
  #upToDate: ReadonlySet<SitePath> = new Set()

  constructor(options: BuildOptions = { search: true }) {
    this.options = options
  }

  /** @param addresses The pages and files that are there already, just as they would be made. */
  leaveOut(addresses: ReadonlySet<SitePath>): void {
    this.#upToDate = addresses
  }

  /** Returns those of the pages or files that are to be made: all of them, unless some are there already. */
  due<T extends { readonly address: SitePath }>(all: readonly T[]): T[] {
    return all.filter(({ address }) => !this.#upToDate.has(address))
  }
}
