/**
 * The dataset's own description (VoID, DCAT), computed from the data and the files of its release so that it can never
 * disagree with them.
 */
import { type Quad, rdf } from '../../rdf/environment.ts'
import { skos } from '../../rdf/namespaces.ts'
import type { About } from './about.ts'
import { dcatFacts } from './dcat.ts'
import { type Fact, facts } from './facts.ts'
import { licenceFacts } from './licences.ts'
import { statedOf } from './stated.ts'
import { voidFacts } from './void.ts'

/**
 * The quads of `<graph/dataset>`. Parts are hash IRIs on `<dataset>`, so there is no blank node. No statement depends on
 * the clock: the same data, files and earlier releases give the same description.
 */
export function describeDataset(about: About): Quad[] {
  const stated = statedOf(about)
  const all = [
    ...voidFacts(about),
    ...dcatFacts(about, stated),
    ...licenceFacts(about, stated),
    ...incompleteness(about),
  ]
  const { dataset } = about.graphs
  const quads = all.map(([subject, predicate, object]) => rdf.quad(subject, predicate, object, dataset) as Quad)
  return [...rdf.dataset(quads)] as Quad[]
}

/** What a source itself says of its completeness holds for the dataset: absence is not a "no". */
function incompleteness({ dataset, source }: About): Fact[] {
  const notes = Array.from(source.quads(null, skos.note)).filter(({ subject, graph }) =>
    graph.value.startsWith(`${subject.value}#`),
  )
  return facts(dataset, skos.note, ...notes.map(({ object }) => object as never))
}
