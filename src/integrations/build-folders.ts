/** Prepares the folders that a build uses. */
import { rmSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration } from 'astro'
import { stagingFolder } from '../site/cache/folders.ts'
import { buildPlan } from '../site/index.ts'
import { prepareOutDir } from '../site/output/prepare.ts'
import { contentFolder } from '../site/read/content-folder.ts'

/** The folders of a build, as absolute paths that end in a slash. */
export interface BuildFolders {
  readonly root: string
  /** The folder of the site, in which nothing changes before everything is made. */
  readonly outDir: string
  /** The folder in which the build makes its files. It is in the project, because Astro renames files into it. */
  readonly staging: string
}

/**
 * An Astro integration that has a build make its files in a folder of its own, so that the site stays as it is until
 * they are all there. It must be the first integration.
 *
 * @param onKnown Is called with the folders once they are known.
 */
export function stagedBuild(onKnown: (folders: BuildFolders) => void): AstroIntegration {
  return {
    name: 'throughline:staged-build',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return
        const [root, outDir] = [fileURLToPath(config.root), fileURLToPath(config.outDir)]
        const content = contentFolder()
        prepareOutDir(outDir, content, buildPlan().options.force)
        const staging = `${stagingFolder(content, outDir)}/`
        rmSync(staging, { recursive: true, force: true })
        updateConfig({ outDir: pathToFileURL(staging), vite: { build: { emptyOutDir: false } } })
        onKnown({ root, outDir, staging })
      },
    },
  }
}
