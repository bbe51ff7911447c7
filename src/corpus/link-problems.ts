/** What is said of a link that leads nowhere. */
import type { FilePath, Link, Outcome, Parsed, Problem } from './model.ts'
import { didYouMean, problem } from './problem.ts'

export function linkProblem(
  from: Parsed,
  { target, fragment, form, place }: Link,
  outcome: Outcome,
): Problem | undefined {
  const say = (severity: 'error' | 'warning', rule: string, sentence: string) =>
    problem(severity, rule, from.path, place, sentence)
  switch (outcome.type) {
    case 'missing':
      return form === 'picture'
        ? say(
            'warning',
            'picture-missing',
            `There is no picture "${target}". Put the file beside the note or mend its name.`,
          )
        : say(
            'error',
            'link-missing',
            `Nothing is called "${target}".${didYouMean(outcome.suggestion) || ' Mend the name or write the note.'}`,
          )
    case 'fragment-missing':
      return say(
        'error',
        'fragment-missing',
        `There is no heading "${fragment ?? ''}" in ${outcome.path}.${didYouMean(outcome.suggestion) || ' Mend the part after the #.'}`,
      )
    case 'ambiguous':
      return say('error', 'link-ambiguous', `"${target}" may be ${listed(outcome.candidates)}. Write more of its path.`)
    case 'private':
      return say(
        'warning',
        'link-private',
        `"${target}" is a draft, so the link shows its words only. Publish it or take the link out.`,
      )
    default:
      return undefined
  }
}

export const listed = (paths: readonly FilePath[]): string => paths.join(' or ')
