/** This file takes everything out of a body that could run a script or cover the page. */
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize'

import { CITED_PARTS } from '../model/parsed.ts'

const own = defaultSchema.attributes ?? {}
/** `source` is left out, because it could load a picture from another site. The `img` in a `picture` is enough. */
const tagNames = (defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source')

/**
 * This is the allowlist of GitHub, and what our own Markdown needs besides. Ids and names that a writer chose get a
 * prefix, so that none of them can be taken for one of the page's own. Everything that can run a script or cover the
 * page (`script`, `style`, `on…`, `javascript:`) is not on the list.
 */
export const sanitiseSchema: Options = {
  ...defaultSchema,
  // The text of these elements is not for readers.
  strip: ['script', 'style'],
  tagNames: [...tagNames, 'mark', 'abbr', 'figure', 'figcaption', 'u'],
  attributes: {
    ...own,
    '*': [...(own['*'] ?? []), ['dataBlock', /^[A-Za-z0-9-]+$/]],
    a: [
      ...(own.a ?? []),
      ['dataName', /./],
      ['dataTopic', /./],
      ['dataEmbed', 'yes', 'no'],
      ['dataFrame', 'yes'],
      ['dataSize', /^\d{1,4}x\d{1,4}$/],
      ['dataRelation', /./],
    ],
    span: [
      ...(own.span ?? []),
      ['dataCitation', 'yes'],
      ['dataCite', /./],
      ['dataCites', ...CITED_PARTS],
      ['dataAffix', 'prefix', 'suffix'],
    ],
    li: [...(own.li ?? []), ['dataTask', /./]],
    img: [...(own.img ?? []), ['dataName', /./]],
    code: [['className', /^language-./, 'maths', 'maths-display']],
  },
}

export { rehypeSanitize as sanitise }
