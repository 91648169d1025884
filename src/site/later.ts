/** Gives the same each time; made when it is first asked for. A page that its reader has already is not made for them. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
