/** What the audit finds in the entries of a site, each with the address of its page. The development server shows it. */
import { setImmediate } from 'node:timers/promises'
import { asProblem } from '../corpus/audit/audit.ts'
import { helpOn } from '../corpus/audit/page.ts'
import type { SitePath } from '../corpus/vocabulary.ts'
import { locate, type LocatedProblem } from './report.ts'
import type { Site } from './site.ts'

/** A finding of the audit on a page. */
export interface PageNotice extends LocatedProblem {
  readonly address: SitePath
}

/**
 * Audits a site step by step, so that pages that are asked for meanwhile need not wait. Resolves with undefined where
 * something changed before it was done.
 */
export async function pageNotices(site: Site): Promise<readonly PageNotice[] | undefined> {
  const { corpus } = site
  const steps = site.auditInSteps()
  while (steps.next().done !== true) await setImmediate()
  if (corpus !== site.corpus) return undefined
  return site.audit.findings.flatMap((finding) => {
    const address = corpus.addresses.get(finding.file)
    if (address === undefined) return []
    const problem = asProblem(finding, (rule) => helpOn(site.settings, rule))
    return locate([problem], site.folder).map((located) => ({ ...located, address }))
  })
}
