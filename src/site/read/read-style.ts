import { chooseStyle, type ChosenStyle } from '../../corpus/bibliography/choose-style.ts'
import { styleFile } from '../../corpus/bibliography/style.ts'
import { readFile } from './content-folder.ts'
import type { SiteSettings } from './read-settings.ts'

/**
 * Returns the citation style that the settings name, which may be a file of the content folder. The problems say what
 * is wrong with it.
 */
export function readStyle(folder: string, { settings, document }: SiteSettings): ChosenStyle {
  const path = styleFile(settings)
  const { document: file, problems = [] } = path === undefined ? {} : readFile(folder, path)
  const chosen = chooseStyle(settings, document, file)
  return { ...chosen, problems: [...problems, ...chosen.problems] }
}
