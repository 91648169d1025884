/**
 * The variables in scope (SPARQL 1.2 §18.2.1) while a query is read: one list for the whole query, in which every group
 * has its part at the end. So nothing is copied when a group ends, however deep it stands.
 */

/** What `open` gives: where the part of the group around begins. */
export type Outer = number

export class Scope {
  #names: string[] = []
  /** For each name in the list the place where it stands before, or -1. */
  #before: number[] = []
  readonly #last = new Map<string, number>()
  #start = 0

  /** Begins a group, in which nothing is in scope. */
  open(): Outer {
    const outer = this.#start
    this.#start = this.#names.length
    return outer
  }

  /** Ends a group whose variables are in scope around it. */
  close(outer: Outer): void {
    this.#start = outer
  }

  /** Ends a group whose variables nothing outside sees: MINUS, EXISTS, the pattern of a sub-select. */
  discard(outer: Outer): void {
    while (this.#names.length > this.#start) {
      this.#last.set(this.#names.pop()!, this.#before.pop()!)
    }
    this.#start = outer
  }

  has(name: string): boolean {
    return (this.#last.get(name) ?? -1) >= this.#start
  }

  add(name: string): void {
    if (this.has(name)) return
    this.#before.push(this.#last.get(name) ?? -1)
    this.#last.set(name, this.#names.length)
    this.#names.push(name)
  }

  /** The variables of this group, in the order in which they come in the text. */
  variables(): string[] {
    return [...new Set(this.#names.slice(this.#start))]
  }
}
