import type { Answers } from './answers.ts'
import { hostSetting } from './hosts.ts'

/**
 * Writes the `site.yaml` of a new site, with comments.
 *
 * @param url The address of the site, where it is known.
 * @param isLenient Whether what is wrong in the notes stops no build, because they were written for another program.
 */
export function settingsText({ title, author, host }: Answers, url: string | undefined, isLenient: boolean): string {
  const redirects = hostSetting(host)
  return `# The settings of the site. Every field may be left out.
title: ${JSON.stringify(title)}
description: Questions, and the evidence for their answers.
${author === undefined ? '# author: Your name' : `author: ${JSON.stringify(author)}`}
language: en # of the text: en, de, pt-BR, …

# Where the site is published. Feeds and citations need it.
${url === undefined ? '# url: https://example.org/garden' : `url: ${url}`}
${redirects === undefined ? '' : `# Addresses that entries had before are redirects of this host.\nhost: ${redirects}\n`}
# The licence of the text, shown at the foot of every page.
# licence: CC BY 4.0

# How references are written: apa, vancouver, harvard1, or a style of CSL in this folder.
# citation_style: apa

# strict: a broken link or a wrong field stops the build. lenient: it is reported, and every page is built.
mode: ${isLenient ? 'lenient' : 'strict'}

# Links at the top of every page. Usually the sections and the pages.
# navigation:
#   - label: Questions
#     to: /inquiries/
`
}
