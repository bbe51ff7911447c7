/**
 * A `Refusal` says in a sentence why an expression has no value. It is thrown within the language and caught around
 * each expression, so one that cannot be read costs only itself.
 */
export class Refusal extends Error {
  /** This is the offset in the expression at which the fault is, where that is known. */
  at: number | undefined

  constructor(message: string, at?: number) {
    super(message)
    this.name = 'Refusal'
    this.at = at
  }
}

/** A `Budget` bounds the work of a view, so that no expression can hold up a build. */
export class Budget {
  #left: number

  constructor(steps: number) {
    this.#left = steps
  }

  /**
   * Takes steps from the budget.
   *
   * @throws {Refusal} Where none are left.
   */
  spend(steps = 1): void {
    this.#left -= steps
    if (this.#left < 0) throw new Refusal('The view takes too much work. Narrow it with a filter, or simplify it.')
  }

  /** Tells whether everything is spent. */
  isSpent(): boolean {
    return this.#left < 0
  }
}
