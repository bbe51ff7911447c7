/** Turns the site in memory into what programs are promised of it. */
import { asProblem } from '../corpus/audit/audit.ts'
import { helpOn } from '../corpus/audit/page.ts'
import { isInquiry, isNote, type Link as ParsedLink, type Parsed } from '../corpus/model/parsed.ts'
import type { LinkResolution } from '../corpus/model/resolved.ts'
import type { Work as LinkedWork } from '../corpus/model/source.ts'
import { ruleOf, severityOf, sortProblems } from '../corpus/problem.ts'
import { doiOf } from '../corpus/updates/registered-doi.ts'
import type { Problem as Message } from '../corpus/vocabulary.ts'
import type { Site } from '../site/site.ts'
import type { Corpus, Entry, Evidence, Link, Problem, Relation, Work } from './types.ts'

/** Takes from a site what programs are promised. Fields that do not apply are left out. */
export function publicCorpus(site: Site): Corpus {
  const { corpus, settings, audit, allProblems, folder } = site
  const entries = [...corpus.entries.values()].map((entry) => entryOf(site, entry))
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const findings = audit.findings.map((finding) => asProblem(finding, (rule) => helpOn(settings, rule)))
  return {
    folder,
    title: settings.title,
    entries,
    evidence: [...corpus.evidenceByInquiry.values()].flat().map(({ note, inquiry, role, because }): Evidence => ({
      note: note.path,
      inquiry: inquiry.path,
      ...given({ role, because }),
    })),
    relations: [...corpus.relationsFrom.values()]
      .flat()
      .map(({ from, to, role, label }): Relation => ({ from: from.path, to: to.path, ...given({ role, label }) })),
    works: [...corpus.works.values()].map(workOf),
    problems: allProblems.map(problemOf),
    findings: sortProblems(findings).map(problemOf),
    get: (path) => byPath.get(path),
  }
}

function entryOf({ corpus }: Site, parsed: Parsed): Entry {
  const { kind, path, title, text, topics, own = [], data } = parsed
  const { aliases, created, updated } = data
  const resolutions = corpus.resolutions.get(path) ?? []
  return {
    ...{ kind, path, title, address: corpus.addresses.get(path)! },
    ...{ aliases: [...aliases], topics: [...topics], text },
    ...given({ created, updated }),
    ...ofKind(corpus, parsed),
    fields: Object.fromEntries(own.map(({ name, text }) => [name, text])),
    links: parsed.links.map((link, index) => linkOf(link, resolutions[index])),
    backlinks: (corpus.citations.get(path) ?? []).map(({ from, link }) => {
      const { line, column } = from.links[link]!.point
      return { from: from.path, line, column }
    }),
  }
}

/** Gives the fields that only one kind of entry has. */
function ofKind({ sourceOf }: Site['corpus'], parsed: Parsed): Partial<Entry> {
  if (isInquiry(parsed)) return given({ status: parsed.data.status, answer: parsed.data.answer })
  if (!isNote(parsed)) return {}
  const { claim, quote } = parsed.data
  return { ...given({ claim, quote }), sources: (sourceOf.get(parsed.path) ?? []).flatMap(({ key }) => key ?? []) }
}

function linkOf({ target, fragment, point }: ParsedLink, resolution: LinkResolution | undefined): Link {
  const written = fragment === undefined ? target : `${target}#${fragment}`
  return { written, ...targetOf(resolution), line: point.line, column: point.column }
}

function targetOf(resolution: LinkResolution | undefined): Pick<Link, 'leadsTo' | 'to'> {
  switch (resolution?.type) {
    case 'found':
    case 'fragment-missing':
      return { leadsTo: 'entry', to: resolution.path }
    case 'file':
    case 'base':
      return { leadsTo: 'file', to: resolution.path }
    case 'source':
      return { leadsTo: 'work', to: resolution.key }
    case 'topic':
      return { leadsTo: 'topic', to: resolution.key }
    case 'identifier':
      return { leadsTo: 'address', to: resolution.href }
    default:
      return { leadsTo: 'nothing' }
  }
}

function workOf({ source }: LinkedWork): Work {
  const { key, title, year } = source
  return { key, title, ...given({ year, doi: doiOf(source) }) }
}

function problemOf(message: Message): Problem {
  const { file = '', line = 1, column = 1, reason } = message
  const severity = severityOf(message)
  const rule = severity === 'notice' ? (message.ruleId ?? '') : ruleOf(message)
  return { severity, rule, file, line, column, message: reason }
}

/** Leaves out what is undefined. */
const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
