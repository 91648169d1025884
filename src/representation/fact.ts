/**
 * A fact as a page shows it: in words, with where they lead.
 */
export interface Link {
  readonly text: string
  /** Absent where the IRI is nothing that a browser should open. */
  readonly href?: string
  /** Language tag of the text, if it is in one; of a name only where that is not the language of the page. */
  readonly language?: string | undefined
}

export interface Value extends Link {
  /** What is said of the value, where it is a part of the thing described, or of the link to it. */
  readonly facts?: readonly Fact[]
}

export interface Fact {
  readonly property: string
  readonly value: Value
  /** The passages, or other graphs, that state it. */
  readonly sources: readonly Link[]
}
