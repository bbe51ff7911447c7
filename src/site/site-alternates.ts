/** Files of the whole site, and where files are in the folder it is built to. */
import { ALL_ANSWERS, allAnswers } from '../corpus/exports/atom.ts'
import { graphOf } from '../corpus/exports/graph.ts'
import { llmsTxt } from '../corpus/exports/llms.ts'
import type { Alternate } from './alternates.ts'
import type { Site } from './site.ts'
import type { SitePath } from '../corpus/vocabulary.ts'

/** A page is the index of its folder. Decoded, without a slash at the beginning. */
export const filePath = (address: SitePath): string =>
  decodeURI(address).slice(1) + (address.endsWith('/') ? 'index.html' : '')

/** Made anew by every build: all of them show a little of everything. */
export const siteAlternates = (site: Site): Omit<Alternate, 'from'>[] => [
  { address: '/graph.json', type: 'application/json', content: () => `${JSON.stringify(graphOf(site.corpus))}\n` },
  {
    address: ALL_ANSWERS,
    type: 'application/atom+xml',
    content: () =>
      allAnswers(
        site.collection('inquiry').map((each) => each.open()),
        site.settings,
      ),
  },
  { address: '/llms.txt', type: 'text/plain', content: () => llmsTxt(site.corpus) },
]
