/** The sites, besides the demo, that the browser tests look at. */
import type { Contents } from '../../support/content-folder.ts'
import { isNightly } from '../../support/runs.ts'
import { CANVASES } from './canvases.ts'
import { DIAGRAMS, STUB } from './diagrams.ts'
import { FIELDS } from './fields.ts'
import { FRAMES } from './frames.ts'
import { BASES } from './bases.ts'
import { siteIn } from './one-language.ts'
import { GARDEN } from './garden.ts'
import { HOSTILE } from './hostile.ts'
import { MANY_LANGUAGES } from './many-languages.ts'
import { MANY_NOTES } from './many-notes.ts'
import { OFFLINE } from './offline.ts'
import { STUDIES } from './studies.ts'
import { STATES } from './states.ts'
import { WORDS_TO_FIND } from './words-to-find.ts'

export interface TestSite {
  readonly files: Contents
  /** The path that its `site.yaml` says it is at. */
  readonly base: string
  /** Variables of the environment in which it is built. */
  readonly env?: Readonly<Record<string, string>>
  /** Whether its pages are served without their policy. */
  readonly hasNoPolicy?: true
  /** Whether only the nightly run builds it, because it has thousands of pages. */
  readonly isNightly?: true
}

export const SITES = {
  arabic: { files: siteIn('ar'), base: '/' },
  canvases: { files: CANVASES, base: '/' },
  diagrams: { files: DIAGRAMS, base: '/', env: STUB },
  bases: { files: BASES, base: '/' },
  empty: { files: { 'readme.txt': '' }, base: '/' },
  fields: { files: FIELDS, base: '/' },
  frames: { files: FRAMES, base: '/' },
  garden: { files: GARDEN, base: '/garden/' },
  hostile: { files: HOSTILE, base: '/', hasNoPolicy: true },
  languages: { files: MANY_LANGUAGES, base: '/' },
  offline: { files: OFFLINE, base: '/tides/' },
  shards: { files: MANY_NOTES, base: '/', isNightly: true },
  studies: { files: STUDIES, base: '/' },
  states: { files: STATES, base: '/' },
  words: { files: WORDS_TO_FIND, base: '/' },
} as const satisfies Readonly<Record<string, TestSite>>

/** The sites that this run looks at, by their names. */
export const SITES_OF_RUN: readonly (readonly [name: string, site: TestSite])[] = Object.entries<TestSite>(
  SITES,
).filter(([, site]) => isNightly || site.isNightly !== true)
