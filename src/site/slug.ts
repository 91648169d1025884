/**
 * What addresses have for a thing of ours: what its IRI has after `id/`.
 */

/** @returns undefined for what is named otherwise, which no address of a thing leads to */
export function slugOf(iri: string, { baseIri }: { readonly baseIri: string }): string | undefined {
  const root = `${baseIri}id/`
  return iri.startsWith(root) ? iri.slice(root.length) : undefined
}
