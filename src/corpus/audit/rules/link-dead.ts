import type { Corpus } from '../../model/corpus.ts'
import { deadLinkAt } from '../../updates/dead-links.ts'
import type { Rule } from '../rule.ts'
import { webPlacesOf } from '../web-places.ts'

/** This rule finds links, and addresses of works, at which nothing is any more. */
export const linkDead: Rule = {
  title: 'A link to what is gone',
  why: 'Readers cannot look at what the text refers to. Only what `npm run refresh -- --links` found is known: the server said that there is nothing, or has no name any more. A server that refused or did not answer is not spoken of.',
  remedy: 'Link to where it is now, or to a capture of it.',
  find: (context) => {
    // Most sites never asked, and nothing is to be looked for there.
    if (context.corpus.updates.deadLinks === undefined) return []
    return webPlacesOf(context).flatMap(({ address, file, point, work }) => {
      const fate = fateOf(context.corpus, address)
      if (fate === undefined) return []
      return [
        { file, point, sentence: work === undefined ? `The link to ${fate}.` : `Of "${work}", the link to ${fate}.` },
      ]
    })
  },
}

/** Says what became of an address, if nothing is there any more. */
function fateOf({ updates }: Corpus, address: string): string | undefined {
  const dead = deadLinkAt(updates, address)
  if (dead === undefined) return undefined
  const { since, capture } = dead
  const copy = capture === undefined ? '' : `; a capture of ${capture.date} is at ${capture.address}`
  return `${address} has led nowhere since ${since}${copy}`
}
