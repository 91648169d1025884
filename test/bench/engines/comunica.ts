/** Comunica over n3's store. */
import { createReadStream } from 'node:fs'
import { QueryEngine } from '@comunica/query-sparql'
import { type Quad, Store, StreamParser } from 'n3'
import { isGraphForm, type Load } from './engine.ts'

export const load: Load = async (file) => {
  const store = new Store()
  const parser = createReadStream(file).pipe(new StreamParser({ format: 'N-Quads' }))
  for await (const quad of parser) store.addQuad(quad as Quad)
  const engine = new QueryEngine()
  return {
    async answer(text, form) {
      const result = await engine.query(text, { sources: [store] })
      const mediaType = isGraphForm(form) ? 'application/n-triples' : 'application/sparql-results+json'
      const { data } = await engine.resultToString(result, mediaType)
      const chunks: Buffer[] = []
      for await (const chunk of data) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    },
  }
}
