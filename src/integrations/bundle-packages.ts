import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { PROJECT, ROOT } from '../site/cache/folders.ts'

/**
 * A Vite plugin that bundles what pages use of packages into the program that renders them. Node would look for the
 * packages from the folder in which a build makes its files, and that lies with the notes, where nothing need be
 * installed. Where npm has put them there, the program finds them, and a build takes half the time without this.
 */
export const bundlePackages = (): Plugin => ({
  name: 'throughline:bundle-packages',
  apply: 'build',
  configEnvironment: (name) =>
    name === 'prerender' && !arePackagesFound() ? { resolve: { noExternal: true } } : undefined,
})

/** Tells whether the packages of the engine are in the folder of the site: in a clone, or installed by npm. */
const arePackagesFound = (): boolean =>
  resolve(ROOT) === PROJECT || dirname(resolve(ROOT)) === join(PROJECT, 'node_modules')
