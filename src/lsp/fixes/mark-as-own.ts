import type { Fixer } from './fix.ts'

/** Marks a paragraph as the author's own, so that it needs no evidence. */
export const markAsOwn: Fixer = (_, { entry, lines: { text } }, { rule, start }) => {
  if (rule !== 'paragraph-unsupported') return []
  const whole = /^(?:.*\S.*(?:\n|$))*/.exec(text.slice(start))?.[0] ?? ''
  const end = start + whole.trimEnd().length
  const free = ['own', ...Array.from({ length: entry.blocks.length + 1 }, (_, index) => `own-${index + 2}`)]
  const name = free.find((each) => !entry.blocks.includes(each))!
  const edits = [{ start: end, end, text: ` ^${name}` }]
  return [{ title: 'Mark the paragraph as your own', path: entry.path, edits }]
}
