/**
 * The steps from a row to the values of a cell. A path has a few of them: to the address, from there to the street.
 */
import { type NamedNode, rdf, type Term } from '../../rdf/environment.ts'
import { cg, dcterms, prov, rdfNs, schema, wgs84 } from '../../rdf/namespaces.ts'
import type { Row } from './row.ts'

export interface Step {
  /** The property, where the step goes from a thing to the objects of one. */
  readonly property?: NamedNode
  /** The properties whose texts come out of the step. */
  readonly reads: readonly NamedNode[]
  follow(node: Term, row: Row): readonly Term[]
}

/** To the thing itself. */
export const itself: Step = { reads: [], follow: (node) => [node] }

/** To the objects of a property. */
export function to(property: NamedNode): Step {
  return { property, reads: [property], follow: (node, row) => row.objects(node, property) }
}

/** To the facts about a thing under one key. */
export function factsUnder(key: NamedNode): Step {
  return {
    reads: [],
    follow: (node, row) =>
      row
        .subjects(cg.about!, node)
        .filter((fact) => row.has(fact, cg.underKey!, key) && row.has(fact, rdfNs.type!, cg.Fact!)),
  }
}

/** To the passages that state the row. */
export const statedIn: Step = { reads: [], follow: (_, row) => row.passages() }

/** From the record of a link to the last of its checks. */
export const toLastCheck: Step = {
  reads: [],
  follow: (record, row) => {
    const dateOf = (check: Term) => row.objects(check, dcterms.date!)[0]?.value ?? ''
    const checks = row.subjects(prov.used!, record)
    return checks.toSorted((one, other) => dateOf(one).localeCompare(dateOf(other))).slice(-1)
  },
}

export const toLatitude: Step = coordinate(wgs84.lat!, 'latitude')
export const toLongitude: Step = coordinate(wgs84.long!, 'longitude')

function coordinate(property: NamedNode, name: 'latitude' | 'longitude'): Step {
  return {
    property,
    reads: [property],
    follow: (_, row) => {
      const position = row.position()
      return position ? [position[name]] : []
    },
  }
}

const { streetAddress, postalCode, addressLocality, addressCountry } = schema

/** From a postal address to the whole of it in one line, as far as it is known; to nothing if nothing is. */
export const inOneLine: Step = {
  reads: [streetAddress!, postalCode!, addressLocality!, addressCountry!],
  follow: (address, row) => {
    const part = (property: NamedNode | undefined) => row.objects(address, property!)[0]?.value
    const town = [part(postalCode), part(addressLocality)].filter(Boolean).join(' ')
    const line = [part(streetAddress), town, part(addressCountry)].filter(Boolean).join(', ')
    return line ? [rdf.literal(line)] : []
  },
}
