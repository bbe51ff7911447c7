/**
 * What the owner of a site changes in the engine without touching it, in a file `throughline.config.ts` (or `.mjs`) in
 * the folder of the site. It is the public module `throughline/config`.
 */
import type { z } from 'zod'

/** Zod, in which the schemas of fields are written. */
export { z } from 'zod'

/** A plugin of unified: a function of its options that returns one that changes a tree. */
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a plugin that changes no tree returns nothing
export type PluginFunction = (...options: never[]) => ((tree: never, file: never) => unknown) | undefined | void

/** A plugin of unified, or one with its options. */
export type MarkdownPlugin = PluginFunction | readonly [plugin: PluginFunction, ...options: readonly unknown[]]

/** A field of one's own in the frontmatter. */
export interface Field {
  /** What a value has to be. A value that is wrong is an error, with its line. */
  readonly schema: z.ZodType
  /** How pages name it. */
  readonly label: string
  /** The kinds of entries that have it. By default all have it. */
  readonly kinds?: readonly ('inquiry' | 'note' | 'page')[]
  /** Whether pages show it. They do, unless this is false. */
  readonly shown?: boolean
  /** Whether the search finds entries by it. It does not, unless this is true. */
  readonly searchable?: boolean
  /**
   * Whether lists and the search can be narrowed by it. They cannot, unless this is true. Each value has pages of its
   * own, so it is for fields with few values.
   */
  readonly filterable?: boolean
}

/** The configuration of a site. Its settings, such as its title, are in `site.yaml`. */
export interface Config {
  /**
   * Components to take in the place of the engine's, by its names for them: `SiteFooter: './src/my/SiteFooter.astro'`.
   * A path counts from the folder of the site. The component receives the same properties, and may import the one in
   * whose place it is as `throughline/components/SiteFooter.astro`.
   */
  readonly components?: Readonly<Record<string, string>>
  /** Fields of one's own, by their names in the frontmatter. */
  readonly fields?: Readonly<Record<string, Field>>
  /** Plugins that change the Markdown of every file, after all that the engine reads in it. */
  readonly remarkPlugins?: readonly MarkdownPlugin[]
  /** Plugins that change the HTML of every file, before it is sanitised. What they add is held to be a writer's. */
  readonly rehypePlugins?: readonly MarkdownPlugin[]
}

/** Returns the configuration that it is given. It is there so that editors know the type. */
export const defineConfig = (config: Config): Config => config
