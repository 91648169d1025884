/**
 * Points and the lines between them, as a picture takes them.
 */

export interface Point {
  readonly id: string
  readonly name: string
  /** Its colour and form are those of `--graph-{sort}` in the style sheet. */
  readonly sort: string
}

export interface Line {
  readonly from: string
  readonly to: string
  readonly property: string
  /** What the property is called. */
  readonly name: string
}

export interface Graph<Kind extends Point = Point> {
  readonly nodes: readonly Kind[]
  readonly edges: readonly Line[]
}
