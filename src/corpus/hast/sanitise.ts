import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize'

import { CITED_PARTS } from '../model/parsed.ts'
import { RELATION_NAMES } from '../relation-words.ts'

const own = defaultSchema.attributes ?? {}
/** `source` names pictures in a way that is not looked up, and may fetch one from elsewhere; the picture in it is enough. */
const tagNames = (defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source')

/**
 * GitHub's allowlist, and what our own Markdown needs besides. Ids and names that a writer chose get a prefix, so that none can pose
 * as one of the page's. Everything that can run or cover the page (`script`, `style`, `on…`, `javascript:`) is left out by the list.
 */
export const sanitiseSchema: Options = {
  ...defaultSchema,
  // Their text is nothing to read.
  strip: ['script', 'style'],
  tagNames: [...tagNames, 'mark', 'abbr', 'figure', 'figcaption', 'u'],
  attributes: {
    ...own,
    '*': [...(own['*'] ?? []), ['dataBlock', /^[A-Za-z0-9-]+$/]],
    a: [
      ...(own.a ?? []),
      ['dataName', /./],
      ['dataTopic', /./],
      ['dataCite', /./],
      ['dataCites', ...CITED_PARTS],
      ['dataEmbed', 'yes'],
      ['dataRelation', ...RELATION_NAMES],
    ],
    img: [...(own.img ?? []), ['dataName', /./]],
    code: [['className', /^language-./, 'maths', 'maths-display']],
  },
}

export { rehypeSanitize as sanitise }
