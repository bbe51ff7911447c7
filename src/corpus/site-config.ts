/** What is said of the whole site: how its files are written, and what `site.yaml` asks for. */

/** How the files of a folder are written, as far as folders differ. */
export interface Dialect {
  /** Beginnings of file names that mark an inquiry, such as `QUE - `. */
  readonly inquiryPrefix: readonly string[]
  /** Which comes first in `[[a|b]]`. */
  readonly wikilinks: 'target-first' | 'label-first'
  /** Is the folder laid out as ours, with `inquiries`, `notes` and `pages`? */
  readonly hasOwnLayout: boolean
  /** Language of what does not say which it is in. */
  readonly language: string
  /** `smart`: straight quotes, `--` and `...` are typed for what a typesetter would set. */
  readonly typography: 'smart' | 'off'
}

/** Rules of the audit by their ids, each with the reason why it is silent; undefined where none is given. */
export type Suppressions = Readonly<Record<string, string | undefined>>

/** What `site.yaml` says of the whole site. */
export interface Settings {
  readonly title: string
  readonly description: string
  /** Address of the published site, without a slash at its end, or undefined when it is not known yet. */
  readonly url?: string
  /** Path of the site on its host: `/`, or `/garden/`. */
  readonly base: string
  readonly author?: string
  readonly language: string
  readonly licence?: string
  readonly repository?: string
  /** `off`: pages say nothing of what they said before. */
  readonly history: 'on' | 'off'
  /** `strict`: a broken link or a wrong field fails the build. `lenient`: it is reported, and every page is built. */
  readonly mode: 'strict' | 'lenient'
  /** `all`: everything but drafts is public. `marked`: only what says `publish: true` is. */
  readonly publish: 'all' | 'marked'
  readonly inquiryPrefix: readonly string[]
  readonly wikilinks: Dialect['wikilinks']
  readonly typography: Dialect['typography']
  /** The name of a style that needs no file, or the path of a `.csl` file under the content folder. */
  readonly citationStyle: string
  /** The page of the audit: built without a link to it, or with one, or not built, and nothing is audited. */
  readonly audit: 'unlisted' | 'listed' | 'off'
  /** Rules of the audit that are silent on the whole site, each with the reason why. */
  readonly silenced?: Suppressions
  /** The heading over the inquiries that a reader might go on to. */
  readonly nextHeading: string
  readonly navigation?: readonly { readonly label: string; readonly to: string }[]
}
