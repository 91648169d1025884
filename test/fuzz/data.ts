/**
 * A small town that has a bit of everything: what generated queries ask about.
 *
 * Lexical forms are the ones that Oxigraph keeps (it stores numbers and dates by value), so that both sides see the
 * same strings.
 */
import { Parser } from 'n3'
import { type Quad, rdf, toTriple } from '../../src/rdf/environment.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'

export const base = 'http://fuzz.example/'
export const xsd = 'http://www.w3.org/2001/XMLSchema#'
export const rdfNamespace = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** Where queries that try to leave the machine knock; a run puts the address of its canary in its place. */
export const canary = 'http://canary.fuzz.example/'

const trig = `
@base <${base}> .
@prefix : <${base}> .
@prefix xsd: <${xsd}> .

# A chain with a cycle at its end, and a tree.
:n1 :next :n2 . :n2 :next :n3 . :n3 :next :n4 . :n4 :next :n5 . :n5 :next :n6 . :n6 :next :n4 .
:room1 :partOf :house1 . :room2 :partOf :house1 . :house1 :partOf :street1 . :street1 :partOf :town .
:house2 :partOf :street1 . :room3 :partOf :house2 . :garden :partOf :town .

:ada a :Person ; :name "Ada" , "Ada"@en , "Adèle"@fr ; :age 36 ; :height 1.65 ; :score "2.5"^^xsd:double ;
  :born "1985-12-10"^^xsd:date ; :seen "2016-05-26T10:30:00Z"^^xsd:dateTime ; :active true ;
  :knows :bob , :cem ; :livesIn :house1 ; :tag "a" , "b" ; :likes :bread ; :address [ :street "rue du Bois" ; :number 7 ] .
:bob a :Person ; :name "Bob" , "Robert"@fr ; :age 42 ; :height 1.8 ; :score "-1.5"^^xsd:double ;
  :born "1974-02-28"^^xsd:date ; :seen "2016-05-26T12:30:00+02:00"^^xsd:dateTime ; :active false ;
  :knows :ada ; :livesIn :house2 ; :tag "b" , "c" ; :likes :bread , :tea ; :address [ :street "rue du Pont" ; :number 12 ] .
:cem a :Person ; :name "Cem"@tr , "Cem"@en-GB ; :age 7 ; :height 1.2 ; :knows :dora ; :livesIn :room1 ; :tag "a" ;
  :seen "2020-02-29T23:59:59.5Z"^^xsd:dateTime ; :active true .
:dora a :Person , :Baker ; :name "Dora \\"la\\" boulangère\\n"@fr ; :age 42 ; :score "1000"^^xsd:double ; :height 1.65 ;
  :knows :cem , :dora ; :livesIn :house2 ; :born "2001-01-01"^^xsd:date ; :active false .
:eve a :Person ; :age 0 ; :name "" ; :score "0"^^xsd:float ; :knows :nobody .
:bread a :Food ; :name "pain"@fr , "bread"@en ; :price 2.5 ; :code "0042" ; :stock 10 .
:tea a :Food ; :name "thé"@fr , "tea"@en ; :price 4 ; :code "T-1" ; :stock -3 .
:town a :Place ; :name "Ville"@fr , "Town"@en ; :population 230000 ; :code "x%20y" .
:house1 a :Place ; :name "Maison Une"@fr ; a :Old ; :floors 2 . :house2 a :Place ; :name "Maison Deux"@fr ; :floors 3 .
<a%20b> a :Place ; :name "escaped" ; :partOf <x,y> . <x,y> :name "comma" ; :partOf :town .
:list1 :items ( :ada 1 "two" ) . :list2 :items ( 1 2 3 ) . :list3 :items () .
:odd :value "P1Y2M"^^xsd:duration , "PT90M"^^xsd:dayTimeDuration , "12:30:00"^^xsd:time ,
  "abc"^^:unit , "x"^^xsd:integer , "1.5"^^xsd:float , "été 🌿" , "a\\tb" , true , 1.5 , 3 , :ada .

GRAPH :g1 {
  :ada :name "Ada" ; :age 36 ; :knows :bob . :bob :age 41 ; :knows :cem . :cem :knows :ada ; :age 7 ; :tag "z" .
  :n1 :next :n2 . :n2 :next :n1 . :g1 :name "one"@en .
}
GRAPH :g2 {
  :bob :age 42 ; :likes :tea , :cake ; :name "Bob"@en . :tea :price 4.5 ; :stock 3 . :cake :price 7 ; :name "gâteau"@fr .
  :garden :partOf :town . _:shed :partOf :garden ; :name "remise"@fr . :g2 :name "two"@en .
}
GRAPH :g3 { :ada :says :g1 . :bob :says :g2 . :dora :says :g4 . :n3 :next :n4 . :n4 :next :n5 . :house1 :floors 4 . }
`

const written: readonly Quad[] = new Parser({ format: 'application/trig', factory: rdf } as never).parse(trig) as never

/** What queries see: the named graphs, and a default graph that holds their triples too, as the program serves it. */
export const quads: readonly Quad[] = [...rdf.dataset([...written, ...written.map(toTriple)])] as Quad[]

/** The whole dataset in N-Quads. */
export const nQuads = quads.map(toNQuad).join('')

/** The named graphs; `g4` is spoken of but not there. */
export const graphNames: readonly string[] = ['g1', 'g2', 'g3'].map((name) => base + name)

/** The triples of a named graph, or of the default graph. */
export function triplesOf(graph: string): readonly Quad[] {
  return quads.filter((quad) => quad.graph.value === graph)
}
