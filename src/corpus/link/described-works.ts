/**
 * This file gives works that are described in notes a key, so that they have a page as those of the bibliography do. A
 * work that several notes describe is one work.
 */
import type { Bibliography } from '../bibliography/bibliography.ts'
import { toSource } from '../bibliography/source.ts'
import { compareText } from '../compare.ts'
import { doiKey } from '../doi.ts'
import { distinctSlugs, slug } from '../names/slug.ts'
import type { Source } from '../model/source.ts'
import { doiOf } from '../updates/registered-doi.ts'
import type { Resolved } from './resolve-entry.ts'

/**
 * Puts one work in place of all descriptions of it: the work of the bibliography where there is one with the same DOI,
 * number on arXiv or address, and otherwise one of which all that the descriptions say is known. Where two say different
 * things, the first counts.
 *
 * @param all The public entries, in the order of their paths.
 */
export function withDescribedWorks(all: readonly Resolved[], bibliography: Bibliography): readonly Resolved[] {
  const described = all.flatMap(({ sources }) => sources.filter(isDescribed))
  if (described.length === 0) return all
  const works = worksByDescription(described, bibliography)
  return all.map((each) =>
    each.sources.some(isDescribed)
      ? { ...each, sources: [...new Set(each.sources.map((source) => works.get(source) ?? source))] }
      : each,
  )
}

const isDescribed = ({ key, hasNoPage }: Source): boolean => key === undefined && hasNoPage !== true

function worksByDescription(described: readonly Source[], bibliography: Bibliography): Map<Source, Source> {
  const listed = worksByIdentifier(bibliography)
  const works = new Map<Source, Source>()
  for (const source of described) {
    const known = identifiersOf(source).flatMap((identifier) => listed().get(identifier) ?? [])[0]
    if (known !== undefined) works.set(source, known)
  }
  const groups = groupsOf(described.filter((source) => !works.has(source)))
  const keys = keysOf(groups, bibliography)
  for (const group of groups) {
    const work = merged(keys.get(group)!, group)
    for (const source of group) works.set(source, work)
  }
  return works
}

/** Gives each group a key that no other work has, in the order of the keys, which does not depend on files. */
function keysOf(groups: readonly (readonly Source[])[], bibliography: Bibliography): Map<unknown, string> {
  const wishes = groups.map((group) => [group, keyOf(group)] as const).sort(([, a], [, b]) => compareText(a, b))
  const taken = wishes.flatMap(([, wish]) => (bibliography.get(wish) === undefined ? [] : [[wish, wish] as const]))
  return distinctSlugs<unknown>([...new Map(taken), ...wishes]).slugs
}

/** Collects the works of the bibliography by what identifies them, when they are first asked for. */
function worksByIdentifier(bibliography: Bibliography): () => ReadonlyMap<string, Source> {
  let works: Map<string, Source> | undefined
  return () =>
    (works ??= new Map(
      bibliography.keys
        .flatMap((key) => bibliography.get(key) ?? [])
        .reverse()
        .flatMap((source) => identifiersOf(source).map((identifier) => [identifier, source] as const)),
    ))
}

/**
 * Lists what a work is known by, the best first: its DOI, its number on arXiv without the version, and its address. The
 * words before the colons are those that texts cite works by, as in `@doi:10.1000/182`.
 */
function identifiersOf(source: Source): string[] {
  const { arxiv, csl } = source
  const [, ofAddress] = /^https?:\/\/(?:dx\.|www\.)?doi\.org\/(.+)$/i.exec(csl.URL ?? '') ?? []
  const doi = doiOf(source) ?? (ofAddress === undefined ? undefined : doiKey(ofAddress))
  return [
    ...(doi === undefined ? [] : [`doi:${doi}`]),
    ...(arxiv === undefined ? [] : [`arxiv:${arxiv.replace(/v\d+$/, '').toLowerCase()}`]),
    ...(ofAddress === undefined ? addressKey(csl.URL) : []),
  ]
}

/** Gives an address in the form in which two that lead to the same page are mostly equal. */
function addressKey(address = ''): string[] {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return []
  const { hostname, port, pathname, search } = new URL(address)
  return [`url:${hostname.replace(/^www\./, '')}${port && `:${port}`}${pathname.replace(/\/$/, '')}${search}`]
}

/** Groups descriptions of the same work. Those without an identifier are of the same work where they say the same. */
function groupsOf(described: readonly Source[]): Source[][] {
  const groups = new Map<string, Set<Source>>()
  for (const source of described) {
    const [group = new Set<Source>(), ...others] = new Set(namesOf(source).flatMap((name) => groups.get(name) ?? []))
    for (const member of [source, ...others.flatMap((other) => [...other])]) {
      group.add(member)
      for (const name of namesOf(member)) groups.set(name, group)
    }
  }
  const place = new Map(described.map((source, index) => [source, index]))
  return [...new Set(groups.values())].map((group) => [...group].sort((a, b) => place.get(a)! - place.get(b)!))
}

function namesOf(source: Source): string[] {
  const identifiers = identifiersOf(source)
  return identifiers.length > 0 ? identifiers : [wordsOf(source).join('\n')]
}

/** Gives author, year and title of a work, each as a slug. */
const wordsOf = ({ authors, title, year }: Source): string[] =>
  [authors === title ? '' : slug(authors), String(year ?? ''), slug(title)].filter(Boolean)

/** Gives the key that a group of descriptions asks for: the best identifier of any of them. Keys have no capitals. */
function keyOf(group: readonly Source[]): string {
  const identifiers = group.flatMap(identifiersOf)
  const best = ['doi:', 'arxiv:', 'url:'].flatMap((scheme) =>
    identifiers.filter((each) => each.startsWith(scheme)).sort(compareText),
  )
  return best[0]?.toLowerCase() ?? (wordsOf(group[0]!).join('-') || 'source')
}

/** Makes one work of its descriptions. An address in place of a title counts last. */
function merged(key: string, group: readonly Source[]): Source {
  const named = [...group].sort((a, b) => Number(isAddress(a.title)) - Number(isAddress(b.title)))
  const fields = named.reverse().flatMap(({ csl }) => Object.entries(csl).filter(([, value]) => !isEmpty(value)))
  return { ...toSource(key, Object.fromEntries(fields)), isDescribed: true }
}

const isAddress = (title: string): boolean => /^https?:\/\//i.test(title)
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
