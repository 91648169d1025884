/**
 * All commons with what pages sort and choose them by: kinds, keys under which something is known, places, licences. It is
 * made once a version of the data, in turns.
 */
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import { sorted, type Work } from '../../turns.ts'
import { type Commons, commonsOf } from './commons.ts'
import { type Concept, conceptsOf } from './concepts.ts'
import { type Counts, countsOf } from './counts.ts'
import { type EvaluationKey, keysKnown, keysOf } from './keys.ts'
import { Names } from './names.ts'
import { type Others, othersUnder } from './others.ts'
import { type Spot, spotsOf } from './spots.ts'
import { Whereabouts } from './whereabouts.ts'

export interface Catalogue {
  readonly names: Names
  /** By IRI. */
  readonly commons: ReadonlyMap<string, Commons>
  /** The same in the order of their names in each language. */
  readonly byName: Readonly<Record<Language, readonly Commons[]>>
  /** In the order of the scheme. */
  readonly keys: readonly EvaluationKey[]
  /** Places, by name in each language. */
  readonly spots: Readonly<Record<Language, readonly Spot[]>>
  /** The kinds of things, by IRI. */
  readonly kinds: ReadonlyMap<string, Concept>
  readonly counts: Counts
  readonly others: Others
}

/** @param baseIri what our own IRIs begin with */
export function* catalogueOf(source: QuadReader, baseIri: string): Work<Catalogue> {
  const names = new Names(source, baseIri)
  const keys = keysOf(source, baseIri)
  yield
  const kinds = conceptsOf(source, `${baseIri}scheme/kinds`)
  yield
  const whereabouts = new Whereabouts(source)
  const known = yield* keysKnown(keys, source)
  const commons = yield* commonsOf(source, known, names, whereabouts)
  const itself = (one: Commons) => one
  const byName = {
    fr: yield* inAlphabet('fr', commons.values(), itself),
    en: yield* inAlphabet('en', commons.values(), itself),
  }
  const everywhere = yield* spotsOf(source, commons, known, names, whereabouts)
  const spots = {
    fr: yield* inAlphabet('fr', everywhere, ({ place }) => place),
    en: yield* inAlphabet('en', everywhere, ({ place }) => place),
  }
  const counts = yield* countsOf(commons.values(), kinds)
  const others = yield* othersUnder(keys, commons, names, source, baseIri)
  return { names, keys, kinds, commons, byName, spots, counts, others }
}

function* inAlphabet<Item>(
  language: Language,
  items: Iterable<Item>,
  thingOf: (item: Item) => Commons,
): Work<readonly Item[]> {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return yield* sorted([...items], (a, b) => {
    const [one, other] = [thingOf(a), thingOf(b)]
    return compare(one.name[language], other.name[language]) || (one.iri < other.iri ? -1 : 1)
  })
}
