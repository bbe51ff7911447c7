/** Finds out when the development server has to start anew: it loads the configuration of a site only once. */
import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { readSettings } from '../corpus/settings.ts'
import { CONFIG_FILES, configModules } from '../site/own-config.ts'
import { contentFolder, readDocument } from '../site/read/content-folder.ts'
import { SETTINGS_FILE } from '../site/read/read-settings.ts'

/** The milliseconds to wait after a change: an editor saves by writing, moving and deleting. */
const DEBOUNCE = 100

/**
 * Watches what the server reads once, which is the configuration with what it imports, and the address of the site in
 * `site.yaml`. All else is followed while the server runs.
 *
 * @param onChange Receives the name of the file.
 */
export function watchConfiguration(onChange: (name: string) => void): void {
  const files = [...CONFIG_FILES, ...configModules()]
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const names = files.filter((file) => dirname(file) === folder).map((file) => basename(file))
    watchNames(folder, names, onChange)
  }
  const before = siteAddress()
  watchNames(contentFolder(), [SETTINGS_FILE], (name) => {
    if (siteAddress() !== before) onChange(name)
  })
}

const siteAddress = (): string => {
  const { url, base } = readSettings(readDocument(contentFolder(), SETTINGS_FILE)).settings
  return `${url ?? ''} ${base}`
}

/** Watches files of a folder, whether they are there or not. */
function watchNames(folder: string, names: readonly string[], onChange: (name: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  watch(folder, (_, name) => {
    if (name === null || !names.includes(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => onChange(name), DEBOUNCE)
  })
}
