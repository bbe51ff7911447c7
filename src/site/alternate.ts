/** This file describes files beside pages as a build makes them. */
import type { SitePath } from '../corpus/vocabulary.ts'

/** An alternate, with the media type of its format. */
export interface Alternate extends AlternateFile {
  readonly type: string
}

/** A file in another format than HTML. */
export interface AlternateFile {
  readonly address: SitePath
  /** Makes the content of the file. */
  readonly content: () => string
  /** The address of the page that shows the same entry. It is undefined for a file of the whole site. */
  readonly owner?: SitePath
  /** The same, where the file depends on everything that this page shows. */
  readonly page?: SitePath
  /**
   * Returns everything else that the file depends on, as plain data. A build leaves the file as it is while this and
   * the page stay the same. A file without this property is made by every build.
   */
  readonly dependsOn?: () => unknown
}
