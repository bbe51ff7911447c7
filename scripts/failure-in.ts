/** What comes before the tests that failed at the end of what Node and Playwright print of tests. */
const FAILURES = /^(?:✖ failing tests:| {2}1\) )/m

/**
 * Finds what failed in the output of a script: the list of failed tests with their errors where there is one.
 *
 * @param most The number of lines. The last ones are kept.
 */
export function failureIn(output: string, most: number): string {
  const start = Math.max(0, output.search(FAILURES))
  return output.slice(start).trimEnd().split('\n').slice(-most).join('\n')
}
