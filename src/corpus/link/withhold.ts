/** This file keeps the names of private entries out of titles and ids. */
import { linksIn } from '../hast/slots.ts'
import type { Body, Heading, Parsed } from '../model/parsed.ts'
import type { NameIndex } from './names.ts'
import { resolveLink, resolveName } from './resolve.ts'

/**
 * Takes the names of private entries out of the title and the ids of an entry. A link without words of its own, such as
 * `[[name]]`, gives its name to a title or to the id of a heading when its file is read, and nobody can say then what
 * it leads to. Mostly there is no such name, and the entry is given back as it is.
 */
export function withhold(names: NameIndex, entry: Parsed): Parsed {
  const { titleNames: held } = entry
  const isTitleSecret =
    held?.names.some((name) => isSecret(resolveName(names, entry.path, nameOf(name), 'name'))) ?? false
  const secret = entry.headings.filter(({ text }) =>
    linksIn(text).some(
      (link) => entry.links[link] !== undefined && isSecret(resolveLink(names, entry, entry.links[link])),
    ),
  )
  if (!isTitleSecret && secret.length === 0) return entry
  const { headings, body } = withoutIds(entry, secret)
  const title = isTitleSecret ? { title: held!.without, writtenTitle: held!.without } : {}
  return { ...entry, ...title, headings, body }
}

const nameOf = (written: string): string => written.replace(/#.*$/s, '').trim()

const isSecret = ({ type }: { readonly type: string }): boolean => type === 'private' || type === 'unread'

/** Gives some headings other ids, which say nothing. */
function withoutIds({ headings, body }: Parsed, secret: readonly Heading[]): { headings: Heading[]; body: Body } {
  const taken = new Set(headings.map(({ id }) => id))
  const ids = new Map<string, string>()
  for (const { id } of secret) {
    let [free, count] = ['section', 0]
    while (taken.has(free)) free = `section-${++count}`
    taken.add(free)
    ids.set(id, free)
  }
  return {
    headings: headings.map((heading) => ({ ...heading, id: ids.get(heading.id) ?? heading.id })),
    body: body.map((piece) =>
      typeof piece === 'string'
        ? piece.replace(IDS, (_, before: string, id: string) => before + (ids.get(id) ?? id))
        : piece,
    ),
  }
}

/** Matches the ids of headings in HTML, and the links to them that follow the headings. */
const IDS = /(<h[1-6](?: [^<>]*)? id="|<a class="permalink" href="#)([^"]*)/g
