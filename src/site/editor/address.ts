/**
 * Where a query is opened to be changed.
 */

/** The path of the editor with a query in it, and its answer below. */
export function editorPath(text: string): string {
  return `sparql?query=${encodeURIComponent(text)}`
}
