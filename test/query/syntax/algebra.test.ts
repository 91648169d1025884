/** The algebra of patterns and queries: the examples of SPARQL 1.2 Query §18.2.3 and what stands around them. */
import { describe, expect, test } from 'vitest'
import type { Expression, Operation, Path } from '../../../src/query/algebra.ts'
import { parse } from '../../../src/query/syntax/parse.ts'
import type { Term } from '../../../src/rdf/terms.ts'
import { termKey } from '../../../src/rdf/terms.ts'

const baseIri = 'http://x.example/'
const read = (text: string) => parse(`PREFIX : <${baseIri}>\n${text}`, { baseIri, isFunction: () => true }).query
const pattern = (group: string) => shape(read(`ASK ${group}`).operation)
const solutions = (query: string) => shape(read(query).operation)

/** Terms as they are written, with `:` for the base. */
function term(value: Term): string {
  if (value.termType === 'Variable') return value.value.startsWith('_:') ? value.value : `?${value.value}`
  if (value.termType === 'Quad') return `<<(${[value.subject, value.predicate, value.object].map(term).join(' ')})>>`
  const short = (text: string) =>
    text
      .replace('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:')
      .replace('http://www.w3.org/2001/XMLSchema#', 'xsd:')
      .replace(baseIri, ':')
  return short(termKey(value))
}

function path(value: Path): string {
  switch (value.type) {
    case 'link':
      return term(value.iri)
    case 'sequence':
    case 'alternative':
      return `${value.type}(${value.paths.map(path).join(' ')})`
    case 'negated':
      return `negated(${value.forward.map(term)}; ${value.inverse.map(term)}; ${value.goesForward})`
    default:
      return `${value.type}(${path(value.path)})`
  }
}

function expression(value: Expression): string {
  switch (value.type) {
    case 'term':
      return term(value.term)
    case 'variable':
      return value.name.startsWith('_:') ? value.name : `?${value.name}`
    case 'exists':
      return `${value.negated ? 'not ' : ''}exists(${shape(value.operand)})`
    case 'function':
      return `<${value.iri}>(${value.args.map(expression).join(', ')})`
    default:
      return `${value.name}(${value.args.map(expression).join(', ')})`
  }
}

function shape(op: Operation): string {
  switch (op.type) {
    case 'bgp':
      return `bgp(${op.patterns.map((t) => [t.subject, t.predicate, t.object].map(term).join(' ')).join(' . ')})`
    case 'path':
      return `path(${term(op.subject)} ${path(op.path)} ${term(op.object)})`
    case 'join':
    case 'union':
      return `${op.type}(${op.operands.map(shape).join(', ')})`
    case 'leftJoin':
      return `leftJoin(${shape(op.left)}, ${shape(op.right)}${op.expression ? `, ${expression(op.expression)}` : ''})`
    case 'minus':
      return `minus(${shape(op.left)}, ${shape(op.right)})`
    case 'filter':
      return `filter(${expression(op.expression)}, ${shape(op.operand)})`
    case 'graph':
      return `graph(${term(op.name)}, ${shape(op.operand)})`
    case 'service':
      return `service(${op.silent ? 'silent ' : ''}${term(op.name)}, ${shape(op.operand)}, ${op.text})`
    case 'extend':
      return `extend(${shape(op.operand)}, ?${op.variable}, ${expression(op.expression)})`
    case 'values': {
      const rows = op.rows.map((row) => `(${row.map((value) => (value ? term(value) : 'UNDEF')).join(' ')})`)
      return `values(${op.variables.map((name) => `?${name}`).join(' ')}: ${rows.join(' ')})`
    }
    case 'group': {
      const keys = op.keys.map((key) => `${key.variable}=${expression(key.expression)}`)
      const aggregates = op.aggregates.map(({ variable, aggregate: a }) => {
        const separator = a.name === 'group_concat' ? `; ${JSON.stringify(a.separator)}` : ''
        return `${variable}=${a.name}(${a.distinct ? 'distinct ' : ''}${a.argument ? expression(a.argument) : '*'}${separator})`
      })
      return `group(${shape(op.operand)}; ${keys.join(', ')}; ${aggregates.join(', ')})`
    }
    case 'orderBy': {
      const conditions = op.conditions.map((by) => `${by.descending ? 'desc ' : ''}${expression(by.expression)}`)
      return `orderBy(${shape(op.operand)}; ${conditions.join(', ')})`
    }
    case 'project':
      return `project(${shape(op.operand)}; ${op.variables.join(' ')})`
    case 'distinct':
      return `distinct(${shape(op.operand)})`
    case 'slice':
      return `slice(${shape(op.operand)}; ${op.offset} ${op.limit})`
  }
}

describe('the examples of §18.2.3', () => {
  test.each([
    ['{ ?s ?p ?o }', 'bgp(?s ?p ?o)'],
    ['{ ?s :p1 ?v1 ; :p2 ?v2 }', 'bgp(?s :p1 ?v1 . ?s :p2 ?v2)'],
    ['{ { ?s :p1 ?v1 } UNION {?s :p2 ?v2 } }', 'union(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2))'],
    [
      '{ { ?s :p1 ?v1 } UNION {?s :p2 ?v2 } UNION {?s :p3 ?v3 } }',
      'union(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2), bgp(?s :p3 ?v3))',
    ],
    ['{ ?s :p1 ?v1 OPTIONAL {?s :p2 ?v2 } }', 'leftJoin(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2))'],
    [
      '{ ?s :p1 ?v1 OPTIONAL {?s :p2 ?v2 } OPTIONAL { ?s :p3 ?v3 } }',
      'leftJoin(leftJoin(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2)), bgp(?s :p3 ?v3))',
    ],
    [
      '{ ?s :p1 ?v1 OPTIONAL {?s :p2 ?v2 FILTER(?v1<3) } }',
      'leftJoin(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2), <(?v1, "3"^^xsd:integer))',
    ],
    [
      '{ {?s :p1 ?v1} UNION {?s :p2 ?v2} OPTIONAL {?s :p3 ?v3} }',
      'leftJoin(union(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2)), bgp(?s :p3 ?v3))',
    ],
    [
      '{ ?s :p1 ?v1 FILTER (?v1 < 3 ) OPTIONAL {?s :p2 ?v2} }',
      'filter(<(?v1, "3"^^xsd:integer), leftJoin(bgp(?s :p1 ?v1), bgp(?s :p2 ?v2)))',
    ],
    [
      '{ ?s :p ?v . BIND (2*?v AS ?v2) ?s :p1 ?v2 }',
      'join(extend(bgp(?s :p ?v), ?v2, *("2"^^xsd:integer, ?v)), bgp(?s :p1 ?v2))',
    ],
    ['{ ?s :p ?v . {} BIND (2*?v AS ?v2) }', 'extend(bgp(?s :p ?v), ?v2, *("2"^^xsd:integer, ?v))'],
    ['{ ?s :p ?v . MINUS {?s :p1 ?v2 } }', 'minus(bgp(?s :p ?v), bgp(?s :p1 ?v2))'],
    ['{ ?s :p ?o . {SELECT DISTINCT ?o {?o ?p ?z} } }', 'join(bgp(?s :p ?o), distinct(project(bgp(?o ?p ?z); o)))'],
  ])('%s', (group, algebra) => expect(pattern(group)).toBe(algebra))
})

describe('groups', () => {
  test.each([
    ['{}', 'bgp()'],
    ['{ { {} } {} }', 'bgp()'],
    ['{ OPTIONAL {} }', 'bgp()'],
    ['{ OPTIONAL { FILTER(?x) } }', 'leftJoin(bgp(), bgp(), ?x)'],
    // The filter of a group inside of the group is not the condition of the join.
    ['{ OPTIONAL { { ?s ?p ?o FILTER(?x) } } }', 'leftJoin(bgp(), filter(?x, bgp(?s ?p ?o)))'],
    ['{ FILTER(?a) ?s ?p ?o FILTER(?b) ?s ?q ?r }', 'filter(&&(?a, ?b), bgp(?s ?p ?o . ?s ?q ?r))'],
    ['{ ?s ?p ?o { ?s ?p ?o } ?s ?p ?o }', 'join(bgp(?s ?p ?o), bgp(?s ?p ?o), bgp(?s ?p ?o))'],
    ['{ { ?a ?b ?c { ?d ?e ?f } } ?g ?h ?i }', 'join(bgp(?a ?b ?c), bgp(?d ?e ?f), bgp(?g ?h ?i))'],
    ['{ GRAPH ?g { } GRAPH :g { ?s ?p ?o } }', 'join(graph(?g, bgp()), graph(:g, bgp(?s ?p ?o)))'],
    ['{ VALUES ?x { 1 UNDEF } }', 'values(?x: ("1"^^xsd:integer) (UNDEF))'],
    ['{ VALUES (?x ?y) { (:a "b") } VALUES () { () } }', 'join(values(?x ?y: (:a "b")), values(: ()))'],
    ['{ SERVICE SILENT :s { ?s :p ?o } }', 'service(silent :s, bgp(?s :p ?o), { ?s :p ?o })'],
    ['{ ?s ?p ?o FILTER NOT EXISTS { ?s :q ?x } }', 'filter(not exists(bgp(?s :q ?x)), bgp(?s ?p ?o))'],
    ['{ { SELECT * { ?s ?p _:b } } }', 'project(bgp(?s ?p _:b); s p)'],
  ])('%s', (group, algebra) => expect(pattern(group)).toBe(algebra))
})

describe('triples', () => {
  test.each([
    [
      '{ :s a :T , :U ; ; :p 1 , -2 . }',
      'bgp(:s rdf:type :T . :s rdf:type :U . :s :p "1"^^xsd:integer . :s :p "-2"^^xsd:integer)',
    ],
    ['{ [] :p [ :q _:b ] . _:b :r () }', 'bgp(_:#1 :q _:b . _:#0 :p _:#1 . _:b :r rdf:nil)'],
    ['{ [ :p 1 ] }', 'bgp(_:#0 :p "1"^^xsd:integer)'],
    [
      '{ (1 ?x) :p ?o }',
      'bgp(_:#0 rdf:first "1"^^xsd:integer . _:#0 rdf:rest _:#1 . _:#1 rdf:first ?x . _:#1 rdf:rest rdf:nil . _:#0 :p ?o)',
    ],
    ['{ << ?s :p ?o >> :q ?x }', 'bgp(_:#0 rdf:reifies <<(?s :p ?o)>> . _:#0 :q ?x)'],
    ['{ << ?s :p ?o ~ ?r >> }', 'bgp(?r rdf:reifies <<(?s :p ?o)>>)'],
    ['{ ?s :p <<( ?a a <<( :b :c "d" )>> )>> }', 'bgp(?s :p <<(?a rdf:type <<(:b :c "d")>>)>>)'],
    [
      '{ ?s :p ?o ~ :r {| :q 1 |} {| :q 2 |} ~ }',
      'bgp(?s :p ?o . :r rdf:reifies <<(?s :p ?o)>> . :r :q "1"^^xsd:integer . _:#0 rdf:reifies <<(?s :p ?o)>> . ' +
        '_:#0 :q "2"^^xsd:integer . _:#1 rdf:reifies <<(?s :p ?o)>>)',
    ],
  ])('%s', (group, algebra) => expect(pattern(group)).toBe(algebra))
})

describe('paths (§18.2.2.4)', () => {
  test.each([
    ['{ ?s :p/:q ?o }', 'bgp(?s :p _:#0 . _:#0 :q ?o)'],
    ['{ ?s ^:p ?o }', 'bgp(?o :p ?s)'],
    ['{ ?s ^(:p/:q)/:r ?o }', 'bgp(_:#0 :p _:#1 . _:#1 :q ?s . _:#0 :r ?o)'],
    ['{ ?s :p* ?o }', 'path(?s zeroOrMore(:p) ?o)'],
    ['{ ?s :p*/:q ?o . ?o :r ?x }', 'join(path(?s zeroOrMore(:p) _:#0), bgp(_:#0 :q ?o . ?o :r ?x))'],
    ['{ ?s (:a|(:b|^:c))+ ?o }', 'path(?s oneOrMore(alternative(:a :b inverse(:c))) ?o)'],
    ['{ ?s (:a/:b)? ?o }', 'path(?s zeroOrOne(sequence(:a :b)) ?o)'],
    ['{ ?s !a ?o }', 'path(?s negated(rdf:type; ; true) ?o)'],
    ['{ ?s !^:a ?o }', 'path(?s negated(; :a; false) ?o)'],
    ['{ ?s !(:a|^:b) ?o }', 'path(?s negated(:a; :b; true) ?o)'],
    ['{ ?s !() ?o }', 'path(?s negated(; ; true) ?o)'],
    ['{ ?s ^(:a|:b) ?o }', 'path(?o alternative(:a :b) ?s)'],
    ['{ ?s (:p) ?o ; :q+1 }', 'bgp(?s :p ?o . ?s :q "+1"^^xsd:integer)'],
    ['{ ?s :p?x }', 'bgp(?s :p ?x)'],
  ])('%s', (group, algebra) => expect(pattern(group)).toBe(algebra))
})

describe('expressions', () => {
  test.each([
    ['?a || ?b && ?c || ?d', '||(?a, &&(?b, ?c), ?d)'],
    ['1 + 2 - ?x * 3', '-(+("1"^^xsd:integer, "2"^^xsd:integer), *(?x, "3"^^xsd:integer))'],
    ['?x -1', '-(?x, "1"^^xsd:integer)'],
    ['?x+1*2', '+(?x, *("1"^^xsd:integer, "2"^^xsd:integer))'],
    ['?x * -1', '*(?x, "-1"^^xsd:integer)'],
    ['- -1', 'u-("-1"^^xsd:integer)'],
    ['+?x', 'u+(?x)'],
    ['!?a', '!(?a)'],
    ['!!!?a', '!(?a)'],
    ['!!!!?a', '!(!(?a))'],
    ['?x IN (1, ?y)', 'in(?x, "1"^^xsd:integer, ?y)'],
    ['?x NOT IN ()', 'notin(?x)'],
    ['.5 = 5.0e0', '=(".5"^^xsd:decimal, "5.0e0"^^xsd:double)'],
    ['5.e3', '"5.e3"^^xsd:double'],
    ['TRUE', '"true"^^xsd:boolean'],
    ['IF(bound(?x), uri("a"), Coalesce())', 'if(bound(?x), uri("a"), coalesce())'],
    ['substr("a", 1)', 'substr("a", "1"^^xsd:integer)'],
    ['<http://x.example/f>(?x)', '<http://x.example/f>(?x)'],
    ['<<( :s ?p 1 )>>', 'triple(:s, ?p, "1"^^xsd:integer)'],
    ['<<( :s a 1 )>>', '<<(:s rdf:type "1"^^xsd:integer)>>'],
    ['hasLANGDIR("x"@AR--rtl)', 'haslangdir("x"@ar--rtl)'],
    ['?a<?b', '<(?a, ?b)'],
  ])('%s', (text, algebra) => {
    const { operation } = read(`ASK { FILTER(${text}) }`)
    if (operation.type !== 'filter') throw new Error(operation.type)
    expect(expression(operation.expression)).toBe(algebra)
  })
})

describe('queries (§18.2.4, §18.2.5)', () => {
  test.each([
    ['SELECT * { ?s ?p ?o }', 'project(bgp(?s ?p ?o); s p o)'],
    [
      'SELECT DISTINCT ?x (1 AS ?y) { ?x ?p ?o } ORDER BY DESC(?y) ?o LIMIT 2 OFFSET 1',
      'slice(distinct(project(orderBy(extend(bgp(?x ?p ?o), ?y, "1"^^xsd:integer); desc ?y, ?o); x y)); 1 2)',
    ],
    ['SELECT REDUCED ?x ?x {} OFFSET 3', 'slice(project(bgp(); x); 3 undefined)'],
    [
      'SELECT ?g (COUNT(*) AS ?n) { ?s :p ?g } GROUP BY ?g HAVING (SUM(DISTINCT ?s) > 1) ORDER BY ?n',
      'project(orderBy(extend(filter(>(_:#1, "1"^^xsd:integer), ' +
        'group(bgp(?s :p ?g); g=?g; _:#0=count(*), _:#1=sum(distinct ?s))), ?n, _:#0); ?n); g n)',
    ],
    [
      'SELECT (GROUP_CONCAT(?x ; SEPARATOR = ",") AS ?all) (?all AS ?again) { ?x ?p ?o }',
      'project(extend(extend(group(bgp(?x ?p ?o); ; _:#0=group_concat(?x; ",")), ?all, _:#0), ?again, ?all); all again)',
    ],
    [
      'SELECT ?k {} GROUP BY (1+1 AS ?k) (?x) STR(?y)',
      'project(group(extend(bgp(), ?k, +("1"^^xsd:integer, "1"^^xsd:integer)); k=?k, x=?x, _:#0=str(?y); ); k)',
    ],
    // A variable that is no key stands for a sample of its values.
    [
      'SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (?s && ?s) ORDER BY ?p ?n',
      'project(orderBy(extend(filter(&&(_:#1, _:#1), ' +
        'group(bgp(?s ?p ?o); ; _:#0=count(*), _:#1=sample(?s), _:#2=sample(?p))), ?n, _:#0); _:#2, ?n); n)',
    ],
    [
      'SELECT * { ?s ?p ?o } VALUES (?o ?z) { (1 2) }',
      'project(join(bgp(?s ?p ?o), values(?o ?z: ("1"^^xsd:integer "2"^^xsd:integer))); s p o z)',
    ],
    ['SELECT ?x { ?x ?p ?o } HAVING (?o)', 'project(filter(?o, bgp(?x ?p ?o)); x)'],
    ['ASK { ?s ?p ?o } LIMIT 0', 'slice(bgp(?s ?p ?o); 0 0)'],
    ['DESCRIBE :x', 'bgp()'],
    ['CONSTRUCT WHERE { ?s :p _:b }', 'bgp(?s :p _:b)'],
  ])('%s', (query, algebra) => expect(solutions(query)).toBe(algebra))

  test('what a query says beside its pattern', () => {
    const query = read('BASE <http://other.example/a/b> CONSTRUCT { _:x :p [] } FROM <c> FROM NAMED :g { ?s ?p ?o }')
    expect(query.form).toBe('CONSTRUCT')
    expect(query.variables).toEqual(['s', 'p', 'o'])
    expect(query.dataset).toEqual({
      defaultGraphs: ['http://other.example/a/c'],
      namedGraphs: ['http://x.example/g'],
    })
    expect(query.baseIri).toBe('http://other.example/a/b')
    expect(query.prologue).toBe('BASE <http://other.example/a/b>\nPREFIX : <http://x.example/>\n')
    expect(query.template.map(({ subject, object }) => [subject.termType, object.termType])).toEqual([
      ['BlankNode', 'BlankNode'],
    ])
    expect(read('CONSTRUCT WHERE { ?s :p _:b }').template[0]!.object.termType).toBe('BlankNode')
    expect(read('DESCRIBE * { ?s :p _:b MINUS { ?x ?y ?z } }').described.map(({ value }) => value)).toEqual(['s'])
    expect(read('DESCRIBE ?s :x {}').described.map(({ value }) => value)).toEqual(['s', 'http://x.example/x'])
  })
})
