/**
 * How much of a graph is handed out at once. Whatever is larger is read in parts by queries, or from the files of a release,
 * so that no request takes the memory or the time of all others.
 */
import { RequestError } from '../errors.ts'

/** Triples: some 30 MB of a document, a few hundred as objects. */
const mostTriples = 100_000

/** @throws RequestError `query-too-large` */
export function checkWhole(triples: number): void {
  if (triples <= mostTriples) return
  throw new RequestError('query-too-large', {
    en: `The graph has ${triples} triples, and one answer at most ${mostTriples}. Ask for parts of it at /sparql, or take all of it from the files of the release at /dumps/latest/.`,
    fr: `Le graphe a ${triples} triplets, et une réponse en a ${mostTriples} au plus. Demandez-en des parties à /sparql, ou prenez le tout dans les fichiers de la version, à /dumps/latest/.`,
  })
}
