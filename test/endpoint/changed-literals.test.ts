/**
 * Which literals an engine may give back otherwise: those of the same value, and no others.
 */
import { expect, test } from 'vitest'
import { changesInTdb, changesInVirtuoso, type LiteralChange } from '../../src/endpoint/changed-literals.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'

const typed = (text: string) => {
  const [value, datatype] = text.split('^^') as [string, string]
  const [prefix, local] = datatype.split(':') as [keyof typeof prefixes, string]
  const namespace = prefix in prefixes ? prefixes[prefix] : 'http://www.openlinksw.com/schemas/virtrdf#'
  return rdf.literal(value, rdf.namedNode(namespace + local))
}
const explained = (changes: readonly LiteralChange[], ours: string, theirs: string) =>
  changes.some((change) => change.explains(typed(ours), typed(theirs)))

// As they came back from Fuseki 5.6 over TDB2 and Virtuoso 7.2.5.
test.each([
  ['1^^xsd:decimal', '1.0^^xsd:decimal', true, true],
  ['-0.0^^xsd:decimal', '0^^xsd:decimal', true, true],
  ['48.85661400000^^xsd:decimal', '48.856614^^xsd:decimal', true, true],
  ['007^^xsd:integer', '7^^xsd:integer', true, true],
  ['1.0E0^^xsd:double', '1.0e0^^xsd:double', true, true],
  ['3.14159265358979^^xsd:double', '3.14159^^xsd:double', false, true],
  ['1^^xsd:boolean', 'true^^xsd:boolean', true, true],
  ['2016-05-26T10:00:00.5^^xsd:dateTime', '2016-05-26T10:00:00.500^^xsd:dateTime', true, true],
  ['2016-05-26T10:00:00.000Z^^xsd:dateTime', '2016-05-26T10:00:00Z^^xsd:dateTime', true, true],
  ['9223372036854775807^^xsd:integer', '9223372036854775807^^xsd:decimal', false, true],
  ['PT10M^^xsd:duration', '600.0^^xsd:duration', false, true],
  ['P1DT2H^^xsd:dayTimeDuration', '93600^^xsd:dayTimeDuration', false, true],
  ['POINT(3.05 50.6)^^geo:wktLiteral', 'POINT(3.0499999523163 50.599998474121)^^virtrdf:Geometry', false, true],
  ['POLYGON((0 0, 1 0, 1 1, 0 0))^^geo:wktLiteral', 'POLYGON((0 0,1 0,1 1,0 0))^^virtrdf:Geometry', false, true],
  ['1.0^^xsd:decimal', '1.1^^xsd:decimal', false, false],
  ['10^^xsd:decimal', '1^^xsd:decimal', false, false],
  ['1^^xsd:integer', '1^^xsd:string', false, false],
  ['true^^xsd:boolean', '0^^xsd:boolean', false, false],
  ['2016-05-26T10:00:00Z^^xsd:dateTime', '2016-05-26T10:00:00^^xsd:dateTime', false, false],
  ['2016-05-26T10:00:10^^xsd:dateTime', '2016-05-26T10:00:1^^xsd:dateTime', false, false],
  ['PT10M^^xsd:duration', '601.0^^xsd:duration', false, false],
  ['P1Y^^xsd:duration', '12^^xsd:duration', false, false],
  ['P1Y6M^^xsd:duration', '18^^xsd:duration', false, false],
  ['P3M^^xsd:duration', '3^^xsd:duration', false, false],
  ['P1Y6M^^xsd:yearMonthDuration', '18^^xsd:yearMonthDuration', false, false],
  ['POINT(3.05 50.6)^^geo:wktLiteral', 'POINT(3.051 50.6)^^virtrdf:Geometry', false, false],
])('%s as %s', (ours, theirs, inTdb, inVirtuoso) => {
  expect([explained(changesInTdb, ours, theirs), explained(changesInVirtuoso, ours, theirs)]).toEqual([
    inTdb,
    inVirtuoso,
  ])
})
