/** This file takes out of the value of a field what is wrong in it, at any depth, and leaves all else. */
import type { PartIssue } from '../schema/mapping.ts'
import { bareKey } from '../schema/spellings.ts'
import { isEmpty, isMapping } from '../schema/text.ts'
import type { KeyPath } from './position.ts'

/** A `WrongPart` is what is wrong at a path of a field, in the words of its schema. */
export interface WrongPart {
  readonly path: KeyPath
  readonly message: string
  readonly params?: PartIssue
}

/**
 * A `PartialField` is the value of a field, from which parts are taken out one after another. Items of lists are taken
 * out by leaving a gap, so that the others keep their places.
 */
export class PartialField {
  readonly #holder: { value: unknown }
  readonly #taken = new Set<string>()

  /** Takes a copy of the value as it is written. */
  constructor(value: unknown) {
    this.#holder = { value: withoutGaps(value) }
  }

  /** This is the value without all that was taken out. */
  get value(): unknown {
    return this.#holder.value
  }

  /**
   * Takes out all that is wrong. What is wrong because something is lacking costs the mapping that lacks it.
   *
   * @returns What has to be said, with paths as they are written. Where the reason was said before, that is nothing.
   */
  take(wrong: readonly WrongPart[]): WrongPart[] {
    const places = wrong.map((part) => ({ part, ...this.#find(part.path) }))
    return places.flatMap(({ part, written, within }) => {
      const { follows = [] } = part.params ?? {}
      const around = written.slice(0, -1)
      const wasSaid = [written.at(-1), ...follows].some((each) => this.#taken.has(JSON.stringify([...around, each])))
      this.#taken.add(JSON.stringify(written))
      leaveOut(within)
      return wasSaid ? [] : [{ ...part, path: written }]
    })
  }

  /** Follows a path through all that it is in, from the outside. A value without a list is the only item of one. */
  #find(path: KeyPath): { within: Place[]; written: KeyPath } {
    const within: Place[] = [[this.#holder, 'value']]
    const written: (string | number)[] = []
    for (const step of path) {
      const value = contentOf(within.at(-1)!)
      const isAlone = typeof step === 'number' && !Array.isArray(value)
      const key = isAlone ? 0 : Array.isArray(value) ? placeOfItem(value, Number(step)) : writtenKey(value, step)
      written.push(key)
      if (!isAlone && typeof value === 'object' && value !== null) within.push([value, key])
    }
    return { within, written }
  }
}

/** A `Place` is a list or a mapping, and a key in it. */
type Place = readonly [holder: object, key: string | number]

const contentOf = ([holder, key]: Place): unknown => (holder as Record<string | number, unknown>)[key]

/** Takes out the innermost of some places in which there is anything. */
function leaveOut(within: readonly Place[]): void {
  const [holder, key] = within.findLast((place) => !isEmpty(contentOf(place))) ?? within[0]!
  if (Array.isArray(holder)) holder[key as number] = null
  else Reflect.deleteProperty(holder, key)
}

/** Copies a value without the empty items of its lists, which count as not written. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((each) => !isEmpty(each)).map(withoutGaps)
  if (!isMapping(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutGaps(each)]))
}

/** Gives the place of an item among those that are not empty, which are all that a schema sees. */
function placeOfItem(list: readonly unknown[], index: number): number {
  const filled = [...list.keys()].filter((each) => !isEmpty(list[each]))
  return filled[index] ?? index
}

/** Gives the key of a part as it is written. */
function writtenKey(value: unknown, part: string | number): string {
  const keys = isMapping(value) ? Object.keys(value) : []
  const name = String(part)
  return keys.find((key) => key === name) ?? keys.find((key) => bareKey(key) === bareKey(name)) ?? name
}
