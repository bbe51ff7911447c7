/** This file prints figures by kind of query, as Markdown. */
import { mean, recall, reciprocalRank } from './figures.ts'
import type { JudgedQuery } from './judged.ts'

/**
 * Returns a table of the recall and the mean reciprocal rank (MRR) of each contestant.
 *
 * @param contestants The addresses that each contestant found for each query, by rank.
 */
export function figuresTable(
  judged: readonly JudgedQuery[],
  contestants: Readonly<Record<string, readonly (readonly string[])[]>>,
): string {
  const kinds = [...new Set(judged.map(({ kind }) => kind))]
  const row = (name: string, ranked: readonly (readonly string[])[]): string => {
    const figures = (of: (kind: string) => boolean): string => {
      const chosen = judged.flatMap(({ kind, relevant }, index) =>
        of(kind) ? [[ranked[index]!, relevant] as const] : [],
      )
      const [r, m] = [recall, reciprocalRank].map((figure) =>
        mean(chosen.map(([urls, relevant]) => figure(urls, relevant))),
      )
      return `${r!.toFixed(2)} / ${m!.toFixed(2)}`
    }
    return `| ${[name, figures(() => true), ...kinds.map((each) => figures((kind) => kind === each))].join(' | ')} |`
  }
  return [
    `| recall@10 / MRR | all | ${kinds.join(' | ')} |`,
    `| --- |${' --- |'.repeat(kinds.length + 1)}`,
    ...Object.entries(contestants).map(([name, ranked]) => row(name, ranked)),
  ].join('\n')
}
