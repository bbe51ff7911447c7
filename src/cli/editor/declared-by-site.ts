import type { Own } from '../../corpus/json-schema/own-fields.ts'
import { loadedDialect, loadOwnDialect } from '../../site/own-dialect.ts'
import { contentFolder } from '../../site/read/content-folder.ts'
import { readSiteSettings } from '../../site/read/read-settings.ts'

/**
 * Returns what the site declares of its own, in `site.yaml` and in its configuration.
 *
 * @throws {UsageError} Where the configuration cannot be loaded.
 */
export async function declaredBySite(): Promise<Own> {
  await loadOwnDialect()
  const { statuses = [], relations } = readSiteSettings(contentFolder()).settings
  return { fields: loadedDialect().ownFields ?? [], statuses, relations }
}
