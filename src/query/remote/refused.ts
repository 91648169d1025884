/**
 * What is asked of no engine of others, since it would mean something else there than it means here.
 */
import { magicPredicates } from '../../endpoint/quirks.ts'
import { RequestError, type Told } from '../../errors.ts'
import { prefixes } from '../../rdf/namespaces.ts'
import type { Term } from '../../rdf/terms.ts'
import type { ParsedQuery } from '../syntax.ts'
import { losesGraph } from './in-each-graph.ts'
import { allNodes, type Node } from './nodes.ts'

/** @throws RequestError `query-refused` */
export function refuseForEngines({ query, dataset, places }: ParsedQuery): void {
  if (losesGraph(query.operation)) {
    throw refused({
      en: 'Inside of GRAPH with a variable, the engine behind this server does not keep to the graph in a subquery, or in EXISTS outside of FILTER. Write the GRAPH inside of the subquery, or of EXISTS.',
      fr: 'Dans un GRAPH avec variable, le moteur derrière ce serveur ne s’en tient pas au graphe pour une sous-requête, ou pour un EXISTS hors de FILTER. Écrivez le GRAPH dans la sous-requête, ou dans EXISTS.',
    })
  }
  // Virtuoso reads all that it has there, whatever FROM says; and of several graphs that are one there is no name.
  if (dataset && places.exists.some(({ graph }) => !graph)) {
    throw refused({
      en: 'With FROM, the engine behind this server does not keep to the dataset in EXISTS. Write OPTIONAL and BOUND, or MINUS.',
      fr: 'Avec FROM, le moteur derrière ce serveur ne s’en tient pas au jeu de données pour EXISTS. Écrivez OPTIONAL et BOUND, ou MINUS.',
    })
  }
  for (const node of allNodes(query.operation)) {
    if (node.type === 'function' && !node.iri.startsWith(prefixes.xsd)) {
      throw refused({
        en: `The engine behind this server does not have the function <${node.iri}>.`,
        fr: `Le moteur derrière ce serveur n’a pas la fonction <${node.iri}>.`,
      })
    }
    const magic = predicatesOf(node).find((predicate) => magicPredicates.some((start) => predicate.startsWith(start)))
    if (magic !== undefined) {
      throw refused({
        en: `To the engine behind this server <${magic}> is a command, and no property: it is not asked for that.`,
        fr: `Pour le moteur derrière ce serveur, <${magic}> est une commande et non une propriété\u00a0: elle ne lui est pas transmise.`,
      })
    }
  }
}

function predicatesOf(node: Node): string[] {
  if (node.type === 'bgp') return node.patterns.flatMap(({ predicate }) => nameOf(predicate))
  return node.type === 'link' ? [node.iri.value] : []
}

function nameOf(term: Term): string[] {
  return term.termType === 'NamedNode' ? [term.value] : []
}

function refused(told: Told): RequestError {
  return new RequestError('query-refused', told)
}
