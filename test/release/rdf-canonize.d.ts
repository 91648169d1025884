/** What the tests use of rdf-canonize, which brings no types. */
declare module 'rdf-canonize' {
  interface Options {
    readonly algorithm: 'RDFC-1.0'
    readonly inputFormat: 'application/n-quads'
    readonly format: 'application/n-quads'
  }
  const canonize: { canonize(nQuads: string, options: Options): Promise<string> }
  export default canonize
}
