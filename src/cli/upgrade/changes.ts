/**
 * Returns the part of a changelog that an earlier one does not have: its entries, which are lists under headings of
 * versions and kinds.
 *
 * @example changesSince('## [1.0.0]\n\n- a\n', '## [1.1.0]\n\n- b\n\n## [1.0.0]\n\n- a\n') // '## [1.1.0]\n\n- b'
 */
export function changesSince(before: string, after: string): string {
  const known = new Set(blocksOf(before).filter(isEntry))
  const kept = blocksOf(after).filter((block) => !isEntry(block) || !known.has(block))
  // A heading under which nothing is left says nothing.
  const isHeading = (block: string | undefined): boolean => block?.startsWith('#') === true
  const depth = (block: string): number => /^#*/.exec(block)![0].length
  const said = kept.filter((block, index) => {
    if (!isHeading(block)) return isEntry(block)
    const rest = kept.slice(index + 1)
    const end = rest.findIndex((each) => isHeading(each) && depth(each) <= depth(block))
    return rest.slice(0, end === -1 ? undefined : end).some(isEntry)
  })
  return said.filter((block) => depth(block) !== 1).join('\n\n')
}

/** Cuts a text before each heading and each item of a list. */
const blocksOf = (text: string): string[] =>
  text
    .split(/\n(?=#|- )/)
    .map((block) => block.trim())
    .filter((block) => block !== '')

const isEntry = (block: string): boolean => block.startsWith('- ')
