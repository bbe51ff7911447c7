/** This file writes the problems of links and of names in the frontmatter that lead nowhere. */
import type { Link, Parsed } from '../model/parsed.ts'
import { problem } from '../problem.ts'
import type { ProblemRule } from '../problem-rules.ts'
import { didYouMean } from '../suggest.ts'
import type { FilePath, Point, Problem } from '../vocabulary.ts'
import type { LinkResolution } from '../model/resolved.ts'

/** Gives the problem of a link. It is undefined where nothing is wrong with the link. */
export function linkProblem(
  from: Pick<Parsed, 'path'>,
  { target, fragment, form, alt, point, cites }: Link,
  resolution: LinkResolution,
): Problem | undefined {
  const say = (severity: 'error' | 'warning', rule: ProblemRule, sentence: string) =>
    problem(severity, rule, from.path, point, sentence)
  switch (resolution.type) {
    case 'missing':
      if (cites === 'sentence' || cites === 'suppressed')
        return resolution.suggestion === undefined
          ? undefined
          : say('warning', 'source-unknown', shownAsText(target, resolution.suggestion))
      if (form === 'citation') return say('error', 'source-unknown', unknownSource(target, resolution.suggestion))
      if (form === 'picture' && /\.excalidraw\.svg$/i.test(target))
        return say('warning', 'picture-missing', undrawn(target))
      if (form !== 'picture' && alt !== undefined)
        return say(
          'warning',
          'picture-missing',
          `There is no file "${target}" to show here. Put the file beside the note or mend its name.`,
        )
      return form === 'picture'
        ? say(
            'warning',
            'picture-missing',
            `There is no picture "${target}". Put the file beside the note or mend its name.`,
          )
        : say(
            'error',
            'link-missing',
            `Nothing is called "${target}".${didYouMean(resolution.suggestion) || ' Mend the name or write the note.'}`,
          )
    case 'fragment-missing':
      return say(
        'error',
        'fragment-missing',
        `There is no ${fragment?.includes('^') ? 'block' : 'heading'} "${fragment ?? ''}" in ${resolution.path}.${didYouMean(resolution.suggestion) || ' Mend the part after the #.'}`,
      )
    case 'ambiguous':
      return say(
        'error',
        'link-ambiguous',
        `"${target}" may be ${joinPaths(resolution.candidates)}. Write more of its path.`,
      )
    case 'private':
      return say(
        'warning',
        'link-private',
        `"${target}" is a draft, so the link shows its words only. Publish it or take the link out.`,
      )
    case 'base':
      return resolution.missing === undefined
        ? undefined
        : say(
            'error',
            'fragment-missing',
            `There is no view "${resolution.missing}" in ${resolution.path}.${didYouMean(resolution.suggestion) || ' Mend the part after the #.'}`,
          )
    case 'found':
    case 'file':
      if (resolution.astray) return say('warning', 'link-astray', strayed(target, resolution.path))
      return resolution.among && say('warning', 'link-ambiguous', chosen(target, resolution.path, resolution.among))
    default:
      return undefined
  }
}

/** Says that a drawing has no picture. */
const undrawn = (target: string): string =>
  `The drawing has no picture "${target}", so only its words are shown. Let Excalidraw export one: its settings have "Auto-export SVG".`

/** Says which file is taken for a path that does not lead to it. */
const strayed = (target: string, path: FilePath): string =>
  `The path "${target}" does not lead to a file of the folder from here, and ${path} is taken, as Obsidian does. Mend the path.`

/** Says which of several files with the same name was chosen. */
const chosen = (target: string, path: FilePath, among: readonly FilePath[]): string =>
  `"${target}" may be ${joinPaths(among)}, and ${path} is taken, as Obsidian does. Write more of its path.`

/** Says that the bibliography has no work with a key. */
export const unknownSource = (key: string, suggestion: string | undefined): string =>
  `The bibliography has no work with the key "${key}".${didYouMean(suggestion) || ' Mend the key or add the work to references.bib or references.json.'}`

/** Says that an `@key` in a sentence is shown as text because no work has the key. */
const shownAsText = (key: string, suggestion: string): string =>
  `No work has the key "${key}", so "@${key}" is shown as it is.${didYouMean(suggestion)} Mend the key, or write it as code.`

/** Joins the paths of entries that share a name. */
export const joinPaths = (paths: readonly FilePath[]): string => paths.join(' or ')

/**
 * Gives the problem of a name in the frontmatter. It is undefined where nothing is wrong with the name.
 *
 * @param point Gives the point of the field. It is only called where there is a problem, because finding it is slow.
 * @param kind The kind of entry that the field must name. Any kind is meant where it is undefined.
 */
export function fieldProblem(
  from: Parsed,
  name: string,
  resolution: LinkResolution,
  point: () => Point,
  kind?: 'inquiry',
): Problem | undefined {
  const what = kind ?? 'entry'
  switch (resolution.type) {
    case 'missing':
      return problem(
        'error',
        `${what}-unknown`,
        from.path,
        point(),
        `There is no ${what} called "${name}".${didYouMean(resolution.suggestion) || ` Mend the name or write the ${what}.`}`,
      )
    case 'ambiguous':
      return problem(
        'error',
        'link-ambiguous',
        from.path,
        point(),
        `"${name}" may be ${joinPaths(resolution.candidates)}. Write more of its path.`,
      )
    case 'private':
      return problem(
        'warning',
        'link-private',
        from.path,
        point(),
        `"${name}" is a draft, so the relation is not shown. Publish it or take the relation out.`,
      )
    default:
      return undefined
  }
}
