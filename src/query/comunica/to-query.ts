/**
 * From Comunica's algebra to a query of ours, by way of SPARQL's text, which both agree on.
 */
import { Algebra, AlgebraFactory, algebraUtils } from '@comunica/utils-algebra'
import { toAst } from '@traqula/algebra-sparql-1-2'
import { Generator } from '@traqula/generator-sparql-1-2'
import { type ParsedQuery, parseQuery } from '../syntax.ts'
import { withBlankNodes, withIris } from './blank-nodes.ts'

/** Relative IRIs are Comunica's to resolve: what it hands on has none. */
const baseIri = 'urn:none'

const algebra = new AlgebraFactory()
const { Types } = Algebra

/** @param operation one that is a query: a projection, ASK, CONSTRUCT or DESCRIBE */
export function toQuery(operation: Algebra.Operation): ParsedQuery {
  const tree = toAst(inGraphs(operation) as never)
  const parsed = parseQuery(new Generator().generate(withIris(tree)), baseIri)
  return { ...parsed, query: withBlankNodes(parsed.query) }
}

/** Comunica's patterns name their graphs; a text has GRAPH around them. */
function inGraphs(operation: Algebra.Operation): Algebra.Operation {
  return algebraUtils.mapOperation(operation, {
    [Types.PATTERN]: {
      transform: ({ subject, predicate, object, graph }) =>
        around(graph, algebra.createPattern(subject, predicate, object)) as never,
    },
    [Types.PATH]: {
      transform: ({ subject, predicate, object, graph }) =>
        around(graph, algebra.createPath(subject, predicate, object)) as never,
    },
    [Types.BGP]: {
      transform: (bgp) =>
        (bgp.patterns as readonly Algebra.Operation[]).every(({ type }) => type === Types.PATTERN)
          ? bgp
          : (algebra.createJoin(bgp.patterns) as never),
    },
  })
}

function around(graph: Algebra.Pattern['graph'], operation: Algebra.Operation): Algebra.Operation {
  return graph.termType === 'DefaultGraph' ? operation : algebra.createGraph(operation, graph as never)
}
