/** This file makes flat linked data of nested ones: each thing is described once, and all others refer to it by its id. */

type Json = Readonly<Record<string, unknown>>

/** A `Reference` names a thing by its id. */
interface Reference {
  readonly '@id': string
}

/** A `FlatGraph` is a list of things that grows, in the order in which they are first described. */
export class FlatGraph {
  readonly #things = new Map<string, Json>()
  readonly #otherIds: ReadonlyMap<string, string>
  #unnamed = 0

  /** @param otherIds The ids that things have here, by those that they have elsewhere. */
  constructor(otherIds: ReadonlyMap<string, string> = new Map()) {
    this.#otherIds = otherIds
  }

  /** Gives all things. */
  get things(): readonly Json[] {
    return [...this.#things.values()]
  }

  /** Tells whether a thing is described. */
  has(id: string): boolean {
    return this.#things.has(id)
  }

  /** Describes a thing, unless it is described already, and everything in it. */
  describe(id: string, properties: Json): Reference {
    if (this.has(id)) return { '@id': id }
    // Its place comes before those of the things in it.
    this.#things.set(id, {})
    const flat = Object.entries(properties).map(([name, value]) => [name, this.#valueOf(value)] as const)
    this.#things.set(id, { '@id': id, ...Object.fromEntries(flat.filter(([, value]) => value !== undefined)) })
    return { '@id': id }
  }

  /** Gives a value in which things are references. A list of one is its only item, as compacted linked data have it. */
  #valueOf(value: unknown): unknown {
    if (Array.isArray(value)) {
      const all = value.map((each) => this.#valueOf(each)).filter((each) => each !== undefined)
      return all.length > 1 ? all : all[0]
    }
    return typeof value === 'object' && value !== null ? this.#nested(value as Json) : value
  }

  /** A thing of which nothing but its name is known is only its name. */
  #nested({ '@id': id, ...properties }: Json): unknown {
    if (typeof id === 'string') {
      const known = this.#otherIds.get(id)
      if (known !== undefined || properties['@type'] === undefined) return { '@id': known ?? id }
      return this.describe(id, properties)
    }
    if (properties['@type'] === undefined) return properties['name']
    this.#unnamed += 1
    // Blank nodes are for what has no name of its own.
    return this.describe(`${properties['name'] === undefined ? '_:' : '#'}n${this.#unnamed}`, properties)
  }
}
