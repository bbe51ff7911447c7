/**
 * This file matches regular expressions in time that grows with the length of the text and no faster, whatever the
 * expression is. The expressions of notes are not trusted, and the engine of JavaScript can take years for a short one.
 * It is a Pike machine: all ways to go on are followed at once, in the order of their preference
 * (https://swtch.com/~rsc/regexp/regexp2.html). Lookaround and backreferences cannot be matched in this way.
 */
import { parsePattern, type Assertion, type PatternNode } from './pattern-syntax.ts'
import { Refusal } from './refusal.ts'

type Instruction =
  | { readonly op: 'sign'; readonly test: (sign: string) => boolean }
  | { readonly op: 'match' }
  | { readonly op: 'assert'; readonly that: Assertion }
  | { readonly op: 'save'; readonly slot: number }
  | { readonly op: 'split'; first: number; second: number }

/** A `Match` is where a pattern matched, and the texts of its groups. The whole is the group 0. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly groups: readonly (string | undefined)[]
}

/** A `Pattern` is a regular expression that is ready to match. */
export interface Pattern {
  readonly source: string
  readonly isGlobal: boolean
  /** This is how many steps each sign of a text takes at most. */
  readonly size: number
  /**
   * Finds the first match at or after an offset.
   *
   * @param signs The text as a list of its signs. Offsets count those.
   */
  readonly exec: (signs: readonly string[], from: number) => Match | undefined
}

/** A larger program than this is no expression that a person wrote. */
const MAX_SIZE = 2000

/**
 * Compiles a regular expression.
 *
 * @param at The offset of the expression, for what is reported of it.
 * @throws {Refusal} Where it is not valid, or needs what cannot be matched in bounded time.
 *
 * @example
 * compilePattern('b+', '', 0).exec([...'abbc'], 0)?.groups // ['bb']
 */
export function compilePattern(source: string, flags: string, at: number): Pattern {
  const unknown = /[^gimsuy]/.exec(flags)?.[0]
  if (unknown !== undefined)
    throw new Refusal(`There is no flag "${unknown}" of a regular expression. Take it out.`, at)
  const { node, groups } = parsePattern(source, flags, at)
  const program: Instruction[] = []
  emit({ kind: 'group', of: node, index: 0 }, program, at)
  program.push({ op: 'match' })
  return {
    source,
    isGlobal: flags.includes('g'),
    size: program.length,
    exec: (signs, from) => run(program, groups, signs, from, flags.includes('m')),
  }
}

function emit(node: PatternNode, program: Instruction[], at: number): void {
  if (program.length > MAX_SIZE) throw new Refusal('The regular expression is too large. Write a shorter one.', at)
  switch (node.kind) {
    case 'sign':
      program.push({ op: 'sign', test: node.test })
      return
    case 'assert':
      program.push({ op: 'assert', that: node.that })
      return
    case 'sequence':
      for (const part of node.of) emit(part, program, at)
      return
    case 'group':
      if (node.index !== undefined) program.push({ op: 'save', slot: node.index * 2 })
      emit(node.of, program, at)
      if (node.index !== undefined) program.push({ op: 'save', slot: node.index * 2 + 1 })
      return
    case 'either':
      emitEither(node.of, program, at)
      return
    case 'repeat':
      emitRepeat(node, program, at)
  }
}

function emitEither(choices: readonly PatternNode[], program: Instruction[], at: number): void {
  const jumps: { first: number; second: number }[] = []
  for (const [index, choice] of choices.entries()) {
    const split = { op: 'split' as const, first: program.length + 1, second: -1 }
    if (index < choices.length - 1) program.push(split)
    emit(choice, program, at)
    if (index === choices.length - 1) continue
    const jump = { op: 'split' as const, first: -1, second: -1 }
    program.push(jump)
    jumps.push(jump)
    split.second = program.length
  }
  for (const jump of jumps) jump.first = jump.second = program.length
}

function emitRepeat(
  { of, min, max, isLazy }: Extract<PatternNode, { kind: 'repeat' }>,
  program: Instruction[],
  at: number,
): void {
  for (let count = 0; count < min; count++) emit(of, program, at)
  const order = (split: { first: number; second: number }, inside: number, after: number): void => {
    split.first = isLazy ? after : inside
    split.second = isLazy ? inside : after
  }
  if (max === Infinity) {
    const split = { op: 'split' as const, first: -1, second: -1 }
    const start = program.push(split) - 1
    emit(of, program, at)
    program.push({ op: 'split', first: start, second: start })
    order(split, start + 1, program.length)
    return
  }
  const splits: { split: { first: number; second: number }; inside: number }[] = []
  for (let count = min; count < max; count++) {
    const split = { op: 'split' as const, first: -1, second: -1 }
    splits.push({ split, inside: program.push(split) })
    emit(of, program, at)
  }
  for (const { split, inside } of splits) order(split, inside, program.length)
}

/** A `Thread` is one way to go on: an instruction, and the offsets at which groups began and ended. */
interface Thread {
  readonly at: number
  readonly saved: readonly (number | undefined)[]
}

function run(
  program: readonly Instruction[],
  groups: number,
  signs: readonly string[],
  from: number,
  isMultiline: boolean,
): Match | undefined {
  let threads: Thread[] = []
  let found: Thread['saved'] | undefined
  const none: Thread['saved'] = Array.from({ length: (groups + 1) * 2 })
  for (let offset = from; offset <= signs.length; offset++) {
    const next: Thread[] = []
    const seen = new Set<number>()
    if (found === undefined) threads.push({ at: 0, saved: none })
    const ready: Thread[] = []
    for (const thread of threads) follow(program, thread, ready, seen, signs, offset, isMultiline)
    for (const { at, saved } of ready) {
      const instruction = program[at]!
      if (instruction.op === 'match') {
        found = saved
        break
      }
      const sign = signs[offset]
      if (instruction.op === 'sign' && sign !== undefined && instruction.test(sign)) next.push({ at: at + 1, saved })
    }
    threads = next
    if (threads.length === 0 && found !== undefined) break
  }
  return found && matchOf(found, signs)
}

/** Follows a thread to the instructions that read a sign. Each is reached once, by the thread that is preferred. */
function follow(
  program: readonly Instruction[],
  { at, saved }: Thread,
  ready: Thread[],
  seen: Set<number>,
  signs: readonly string[],
  offset: number,
  isMultiline: boolean,
): void {
  if (seen.has(at)) return
  seen.add(at)
  const instruction = program[at]!
  const go = (to: number, with_ = saved): void =>
    follow(program, { at: to, saved: with_ }, ready, seen, signs, offset, isMultiline)
  if (instruction.op === 'split') {
    go(instruction.first)
    go(instruction.second)
  } else if (instruction.op === 'save') go(at + 1, saved.with(instruction.slot, offset))
  else if (instruction.op === 'assert') {
    if (holds(instruction.that, signs, offset, isMultiline)) go(at + 1)
  } else ready.push({ at, saved })
}

function holds(that: Assertion, signs: readonly string[], offset: number, isMultiline: boolean): boolean {
  if (that === 'start') return offset === 0 || (isMultiline && signs[offset - 1] === '\n')
  if (that === 'end') return offset === signs.length || (isMultiline && signs[offset] === '\n')
  const isEdge = isWord(signs[offset - 1]) !== isWord(signs[offset])
  return that === 'edge' ? isEdge : !isEdge
}

const isWord = (sign: string | undefined): boolean => sign !== undefined && /^\w$/.test(sign)

function matchOf(saved: Thread['saved'], signs: readonly string[]): Match {
  const groups = Array.from({ length: saved.length / 2 }, (_, index) => {
    const [start, end] = [saved[index * 2], saved[index * 2 + 1]]
    return start === undefined || end === undefined ? undefined : signs.slice(start, end).join('')
  })
  return { start: saved[0]!, end: saved[1]!, groups }
}

/** Lists the matches of a pattern in a text: all of them, or the first. */
export function matchesIn(pattern: Pattern, signs: readonly string[], all: boolean): Match[] {
  const matches: Match[] = []
  for (let from = 0; from <= signs.length;) {
    const match = pattern.exec(signs, from)
    if (match === undefined) break
    matches.push(match)
    if (!all) break
    from = match.end > match.start ? match.end : match.end + 1
  }
  return matches
}
