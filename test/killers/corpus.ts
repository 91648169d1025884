/**
 * Killers: queries and clients that stop an endpoint which is not built for them, over the graph that the project
 * ships. Each has a twin of the same shape on small data, whose right answer was written by hand: a server that refuses
 * whatever looks complex is not isolated but closed.
 */

/** How a request ends: with an answer that is whole, with a problem document, or with a broken connection. */
export type Outcome =
  | 'answered'
  | 'query-malformed'
  | 'query-timeout'
  | 'query-too-large'
  | 'payload-too-large'
  | 'query-refused'
  | 'reset'

/** What a client does beside asking. */
export type Behaviour =
  /** Takes one byte a second of the answer. */
  | 'reads-slowly'
  /** Never takes a byte of the answer. */
  | 'reads-nothing'
  /** Is gone a tenth of a second after it has asked. */
  | 'vanishes'
  /** Is gone as soon as the first bytes are there. */
  | 'vanishes-midway'
  /** Sends half of its request, waits, and is gone. */
  | 'sends-half'

/** The address that a run's canary listens at takes the place of this one. */
export const canary = 'http://canary.example/'

export interface Twin {
  readonly query: string
  /** Values in the order of the variables, the empty string where there is none; of a graph, lines of N-Triples. */
  readonly answer: boolean | readonly (readonly string[])[] | readonly string[]
  /** Whether the rows come in this order. */
  readonly ordered?: boolean
}

export interface Killer {
  readonly name: string
  readonly query: string
  readonly accept?: string
  readonly behaviour?: Behaviour
  readonly expect: readonly Outcome[]
  readonly twin: Twin
}

// What the data says of the address of Lille: a type, a country, a town.
const address = '<id/lille#address>'
const addressIri = 'https://commons.example/id/lille#address'
const lille = 'https://commons.example/id/lille'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const country = '<http://schema.org/addressCountry>'
const locality = '<http://schema.org/addressLocality>'
const toAddress = '<http://schema.org/address>'
const ofAddress = [
  `<${addressIri}> <${type}> <http://schema.org/PostalAddress> .`,
  `<${addressIri}> <http://schema.org/addressCountry> "FR" .`,
  `<${addressIri}> <http://schema.org/addressLocality> "Lille" .`,
]

const product = '?a ?b ?c . ?d ?e ?f'
/** One of two is over in a second on some machines; the filter wants to see each of its rows. */
const productOfThree = `${product} . ?g ?h ?i FILTER(?a != ?f || ?b != ?i || ?c != ?h || ?d != ?g || ?e != ?f)`
const small = `${address} ?b ?c . ${address} ?e ?f`
const smallOfThree = `${small} . ${address} ?h ?i FILTER(?b != ?i || ?c != ?h || ?e != ?f)`
const count = (pattern: string) => `SELECT (COUNT(*) AS ?n) { ${pattern} }`
const any = '(<x:a>|!<x:a>)'

/** `make(0) make(1) …` */
const repeat = (times: number, make: (index: number) => string, separator = ' ') =>
  Array.from({ length: times }, (_, index) => make(index)).join(separator)

/** Nothing is known before it is tried: it ends by its deadline or by what it may use. */
const stopped = ['query-timeout', 'query-too-large'] as const
/** Its first rows may have left before it is stopped. */
const cut = [...stopped, 'reset'] as const
/** A good engine answers it in time. */
const perhaps = [...stopped, 'answered'] as const
const overLimit = ['payload-too-large'] as const

const shallow = 'https://commons.example/'

const products: Killer[] = [
  {
    name: 'a product counted',
    query: count(product),
    expect: perhaps,
    twin: { query: count(small), answer: [['9']] },
  },
  {
    name: 'a product of three counted row by row',
    query: count(productOfThree),
    expect: stopped,
    twin: { query: count(smallOfThree), answer: [['27']] },
  },
  {
    name: 'a product of twelve asked for one row that is not there',
    query: `ASK { ${repeat(12, (i) => `?s${i} ?p${i} ?o${i} .`)} FILTER(?s0 = <x:none> && ?s11 != ?s0) }`,
    expect: perhaps,
    twin: { query: `ASK { ${small} FILTER(?b = <x:none> && ?c != ?b) }`, answer: false },
  },
  {
    name: 'distinct values of a product counted',
    query: `SELECT (COUNT(DISTINCT ?c) AS ?n) { ${productOfThree} }`,
    expect: stopped,
    twin: { query: `SELECT (COUNT(DISTINCT ?c) AS ?n) { ${smallOfThree} }`, answer: [['3']] },
  },
  {
    name: 'whole rows of a product counted distinctly',
    query: `SELECT (COUNT(DISTINCT *) AS ?n) { ${product} }`,
    expect: stopped,
    twin: { query: `SELECT (COUNT(DISTINCT *) AS ?n) { ${small} }`, answer: [['9']] },
  },
  {
    name: 'a product sorted',
    query: `SELECT * { ${product} } ORDER BY ?f`,
    expect: stopped,
    twin: {
      query: 'SELECT ?x ?y { VALUES ?x { 1 2 } VALUES ?y { 3 4 } } ORDER BY DESC(?y) ?x',
      answer: [
        ['1', '4'],
        ['2', '4'],
        ['1', '3'],
        ['2', '3'],
      ],
      ordered: true,
    },
  },
  {
    name: 'a product sorted by what has to be worked out',
    query: `SELECT * { ${product} } ORDER BY STRLEN(CONCAT(STR(?c), STR(?f)))`,
    expect: stopped,
    twin: {
      query: 'SELECT ?x ?y { VALUES ?x { "aa" "b" } VALUES ?y { "ccc" "d" } } ORDER BY STRLEN(CONCAT(?x, ?y))',
      answer: [
        ['b', 'd'],
        ['aa', 'd'],
        ['b', 'ccc'],
        ['aa', 'ccc'],
      ],
      ordered: true,
    },
  },
  {
    name: 'the first row of a product sorted at random',
    query: `SELECT * { ${product} } ORDER BY RAND() LIMIT 1`,
    expect: stopped,
    twin: {
      query: 'SELECT ?x { VALUES ?x { 3 1 2 } VALUES ?y { 1 2 } } ORDER BY ?x LIMIT 1',
      answer: [['1']],
    },
  },
  {
    name: 'a product skipped',
    query: `SELECT * { ${productOfThree} } OFFSET 1000000000 LIMIT 1`,
    expect: stopped,
    twin: {
      query: 'SELECT ?x ?y { VALUES ?x { 1 2 } VALUES ?y { 3 4 } } ORDER BY ?x ?y OFFSET 3 LIMIT 1',
      answer: [['2', '4']],
    },
  },
  {
    name: 'a product grouped',
    query: `SELECT ?b (COUNT(*) AS ?n) { ${productOfThree} } GROUP BY ?b`,
    expect: stopped,
    twin: {
      query: `SELECT ?b (COUNT(*) AS ?n) { ${smallOfThree} } GROUP BY ?b`,
      answer: [
        [type, '9'],
        ['http://schema.org/addressCountry', '9'],
        ['http://schema.org/addressLocality', '9'],
      ],
    },
  },
  {
    name: 'a product grouped by its whole rows, with HAVING',
    query: `SELECT ?c ?f { ${product} } GROUP BY ?a ?c ?d ?f HAVING (COUNT(*) > 1000000)`,
    expect: stopped,
    twin: {
      query: 'SELECT ?x (COUNT(*) AS ?n) { VALUES ?x { 1 1 2 } } GROUP BY ?x HAVING (COUNT(*) > 1)',
      answer: [['1', '2']],
    },
  },
  {
    name: 'every aggregate of a product',
    query: `SELECT (MIN(?c) AS ?low) (MAX(?c) AS ?high) (SUM(STRLEN(STR(?f))) AS ?sum) (SAMPLE(?a) AS ?one) { ${productOfThree} }`,
    expect: stopped,
    twin: {
      query:
        'SELECT (MIN(?x) AS ?low) (MAX(?x) AS ?high) (SUM(?y) AS ?sum) (SAMPLE(7) AS ?one) { VALUES ?x { 1 2 } VALUES ?y { 3 4 } }',
      answer: [['1', '2', '14', '7']],
    },
  },
  {
    name: 'a product distinct',
    query: `SELECT DISTINCT ?c ?f { ${product} }`,
    expect: cut,
    twin: {
      query: 'SELECT DISTINCT ?x ?y { VALUES ?x { 1 1 } VALUES ?y { 2 3 } }',
      answer: [
        ['1', '2'],
        ['1', '3'],
      ],
    },
  },
  {
    name: 'a new name for each row of a product',
    query: `SELECT (COUNT(DISTINCT ?u) AS ?n) { ${product} BIND(UUID() AS ?u) }`,
    expect: stopped,
    twin: { query: `SELECT (COUNT(DISTINCT ?u) AS ?n) { ${small} BIND(UUID() AS ?u) }`, answer: [['9']] },
  },
  {
    name: 'a product constructed',
    query: `CONSTRUCT { ?a ?e ?f } { ${product} }`,
    expect: cut,
    twin: {
      query: 'CONSTRUCT { <x:s> <x:p> ?x } { VALUES ?x { "a" "b" } VALUES ?y { 3 4 } }',
      answer: ['<x:s> <x:p> "a" .', '<x:s> <x:p> "b" .'],
    },
  },
  {
    name: 'a product constructed of blank nodes, as JSON-LD',
    query: `CONSTRUCT { [] ?b ?c ; ?e ?f } { ${product} }`,
    accept: 'application/ld+json',
    expect: cut,
    twin: { query: `CONSTRUCT { ${address} ?b ?c } { ${small} }`, answer: ofAddress },
  },
  {
    name: 'a product asked',
    query: `ASK { ${product} FILTER(?a != ?a) }`,
    expect: perhaps,
    twin: { query: `ASK { ${small} FILTER(?b != ?b) }`, answer: false },
  },
  {
    name: 'a product under OPTIONAL',
    query: count('?a ?b ?c OPTIONAL { ?d ?e ?f . ?g ?h ?i }'),
    expect: stopped,
    twin: { query: count(`${address} ?b ?c OPTIONAL { ${address} ?e ?f . ${address} ?h ?i }`), answer: [['27']] },
  },
  {
    name: 'a product under MINUS',
    query: count('?a ?b ?c MINUS { ?a ?x ?y . ?d ?e ?f }'),
    expect: perhaps,
    twin: {
      query: 'SELECT ?a { VALUES ?a { 1 2 3 } MINUS { VALUES ?a { 2 } VALUES ?d { 1 2 } } }',
      answer: [['1'], ['3']],
    },
  },
  {
    name: 'a product under NOT EXISTS',
    query: count('?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?c = <x:none> && ?f = ?i) }'),
    expect: perhaps,
    twin: {
      query: count(`${address} ?b ?c FILTER NOT EXISTS { ${address} ?e ?f FILTER(?c = <x:none>) }`),
      answer: [['3']],
    },
  },
  {
    name: 'EXISTS in EXISTS',
    query: count('?a ?b ?c FILTER EXISTS { ?d ?e ?f FILTER EXISTS { ?g ?h ?i FILTER(?c = <x:none> && ?f = ?g) } }'),
    expect: perhaps,
    twin: {
      query: `SELECT ?b { ${address} ?b ?c FILTER EXISTS { ${address} ?e ?f FILTER EXISTS { ${address} ?h ?i FILTER(?i = "FR" && ?c = ?i) } } }`,
      answer: [['http://schema.org/addressCountry']],
    },
  },
  {
    name: 'a product of sub-selects',
    query: count('{ SELECT ?a { ?a ?b ?c } } { SELECT ?d { ?d ?e ?f } } { SELECT ?g { ?g ?h ?i } }'),
    expect: stopped,
    twin: {
      query: count(
        `{ SELECT ?c { ${address} ?b ?c } } { SELECT ?f { ${address} ?e ?f } } { SELECT ?i { ${address} ?h ?i } }`,
      ),
      answer: [['27']],
    },
  },
  {
    name: 'sorted distinct sub-selects in each other',
    query: count(
      '{ SELECT DISTINCT ?a ?d { { SELECT DISTINCT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f } } ORDER BY DESC(?c) }',
    ),
    expect: stopped,
    twin: {
      query: count(
        '{ SELECT DISTINCT ?x ?y { { SELECT DISTINCT ?x ?y { VALUES ?x { 1 1 2 } VALUES ?y { 3 } } ORDER BY ?y } } ORDER BY ?x }',
      ),
      answer: [['2']],
    },
  },
  {
    name: 'a product of graphs',
    query: count('GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f }'),
    expect: stopped,
    twin: {
      query: count(
        `GRAPH <graph/editorial> { ${address} ?b ?c } GRAPH <graph/editorial> { ${address} ?e ?f } VALUES ?g { 1 2 }`,
      ),
      answer: [['18']],
    },
  },
  {
    name: 'hashes of a product',
    query: `SELECT (COUNT(DISTINCT ?h) AS ?n) { ${product} BIND(SHA512(CONCAT(STR(?c), STR(?f))) AS ?h) }`,
    expect: stopped,
    twin: {
      query:
        'SELECT (COUNT(DISTINCT ?h) AS ?n) { VALUES ?x { "a" "b" } VALUES ?y { "c" "d" } BIND(SHA512(CONCAT(?x, ?y)) AS ?h) }',
      answer: [['4']],
    },
  },
  {
    name: 'two to the fortieth by VALUES',
    query: count(repeat(40, (i) => `VALUES ?v${i} { 0 1 }`)),
    expect: stopped,
    twin: { query: count(repeat(6, (i) => `VALUES ?v${i} { 0 1 }`)), answer: [['64']] },
  },
  {
    name: 'two to the fortieth by UNION',
    query: count(repeat(40, (i) => `{ { BIND(0 AS ?u${i}) } UNION { BIND(1 AS ?u${i}) } }`)),
    expect: stopped,
    twin: {
      query: count(repeat(3, (i) => `{ { BIND(0 AS ?u${i}) } UNION { BIND(1 AS ?u${i}) } }`)),
      answer: [['8']],
    },
  },
]

const paths: Killer[] = [
  {
    name: 'an unbounded path between all there is',
    query: count(`?s ${any}* ?o`),
    expect: perhaps,
    twin: { query: `SELECT ?o { ${address} (${country}|<x:none>)* ?o }`, answer: [[addressIri], ['FR']] },
  },
  {
    name: 'an unbounded path there and back',
    query: count('?s (!<x:a>|^!<x:a>)+ ?o'),
    expect: stopped,
    twin: { query: `SELECT ?o { ${address} (^<http://schema.org/address>|<x:none>)+ ?o }`, answer: [[lille]] },
  },
  {
    name: 'a star of a star',
    query: count('?s ((!<x:a>)*)* ?o'),
    expect: stopped,
    twin: { query: `SELECT ?o { ${address} (${country}*)* ?o }`, answer: [[addressIri], ['FR']] },
  },
  {
    name: 'a star of a plus of a question mark there and back',
    query: count('?s (((!<x:a>|^!<x:a>)?)+)* ?o'),
    expect: stopped,
    twin: { query: `SELECT ?o { ${address} ((${country}?)+)* ?o }`, answer: [[addressIri], ['FR']] },
  },
  {
    name: 'a product of unbounded paths',
    query: count('?a (!<x:a>)* ?b . ?c (!<x:a>)* ?d'),
    expect: stopped,
    twin: { query: count(`${address} ${country}* ?b . ${address} ${locality}* ?d`), answer: [['4']] },
  },
  {
    name: 'an unbounded path of distinct ends, sorted',
    query: `SELECT DISTINCT ?s ?o { ?s ${any}+ ?o } ORDER BY ?o ?s`,
    expect: stopped,
    twin: {
      query: `SELECT DISTINCT ?o { ${address} (${country}|${locality})+ ?o } ORDER BY DESC(?o)`,
      answer: [['Lille'], ['FR']],
      ordered: true,
    },
  },
  {
    name: 'thirty steps there and back',
    query: count(`?s ${repeat(30, () => '(!<x:a>/^!<x:a>)', '/')} ?o`),
    expect: stopped,
    twin: {
      query: `SELECT ?o { <id/lille> ${toAddress}/^${toAddress}/${toAddress}/${country} ?o }`,
      answer: [['FR']],
    },
  },
  {
    name: 'an unbounded path in every graph',
    query: count('GRAPH ?g { ?s (!<x:a>|^!<x:a>)* ?o }'),
    expect: perhaps,
    twin: {
      query: `SELECT ?o { GRAPH <graph/editorial> { ${address} ${country}* ?o } }`,
      answer: [[addressIri], ['FR']],
    },
  },
  {
    name: 'an unbounded path under NOT EXISTS',
    query: count(`?a ?b ?c FILTER NOT EXISTS { ?c (!<x:a>|^!<x:a>)* <x:none> . ?d ?e ?f }`),
    expect: perhaps,
    twin: {
      query: `SELECT ?c { ${address} ${country} ?c FILTER NOT EXISTS { ?c (${country}|^${country})* <x:none> } }`,
      answer: [['FR']],
    },
  },
]

const fortyAs = 'a'.repeat(40)
const patterns: Killer[] = [
  ...['(a+)+$', '(a|a)*$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(.*a){25}$', '(a*)*b'].map(
    (pattern): Killer => ({
      name: `the pattern ${pattern}`,
      query: `ASK { FILTER(REGEX("${fortyAs}!", "${pattern}")) }`,
      expect: ['answered'],
      twin: { query: `ASK { FILTER(REGEX("aab", "${pattern}")) }`, answer: ['(a|a)*$', '(a*)*b'].includes(pattern) },
    }),
  ),
  {
    name: 'a catastrophic pattern over every value',
    query: count('?a ?b ?c FILTER(REGEX(STR(?c), "(.*)(.*)(.*)(.*)(.*)[0-9]{60}$"))'),
    expect: perhaps,
    twin: {
      query: `SELECT ?c { ${address} ?b ?c FILTER(REGEX(STR(?c), "(.*)(.*)(.*)l{2}e$")) }`,
      answer: [['Lille']],
    },
  },
  {
    name: 'a long text of the query and a pattern of many parts',
    query: `ASK { FILTER(REGEX("${'a'.repeat(30_000)}", "(x?){500}(y?){500}a*a*a*a*b$")) }`,
    expect: perhaps,
    twin: { query: 'ASK { FILTER(REGEX("aab", "(x?){5}(y?){5}a*a*a*b$")) }', answer: true },
  },
  {
    name: 'repetition of repetition of repetition',
    query: 'ASK { FILTER(REGEX("a", "((((a{1,100}){1,100}){1,100}){1,100}){1,100}")) }',
    expect: perhaps,
    twin: { query: 'ASK { FILTER(REGEX("aaa", "^((a{1,2}){1,2}){1,2}$")) }', answer: true },
  },
  {
    name: 'a pattern that refers back',
    query: `ASK { FILTER(REGEX("${fortyAs}!", "(a+)+\\\\1$")) }`,
    expect: ['query-refused'],
    twin: { query: 'ASK { FILTER(REGEX("aa", "(a+)+a$")) }', answer: true },
  },
  {
    name: 'patterns made by the rows of a product',
    query: count(`${product} FILTER(REGEX(STR(?c), STR(?f)))`),
    expect: stopped,
    twin: {
      query: 'SELECT ?y { VALUES ?x { "ab" } VALUES ?y { "a" "z" } FILTER(REGEX(?x, ?y)) }',
      answer: [['a']],
    },
  },
  {
    name: 'a catastrophic pattern in REPLACE',
    query: `SELECT (REPLACE("${fortyAs}!", "(a+)+$", "b") AS ?x) { }`,
    expect: ['answered'],
    twin: { query: 'SELECT (REPLACE("aa!", "(a+)+!", "b") AS ?x) { }', answer: [['b']] },
  },
]

/** `?x0` is the start, and each further variable is worked out from the one before it. */
const chain = (start: string, times: number, next: (variable: string) => string) =>
  `BIND(${start} AS ?x0) ${repeat(times, (i) => `BIND(${next(`?x${i}`)} AS ?x${i + 1})`)}`
const many = (variable: string, times: number) => `CONCAT(${repeat(times, () => variable, ', ')})`

const bombs: Killer[] = [
  {
    name: 'a bomb of CONCAT',
    query: `SELECT (STRLEN(UCASE(?x8)) AS ?n) { ${chain('"abcdefgh"', 8, (x) => many(x, 16))} }`,
    expect: stopped,
    twin: { query: `SELECT (STRLEN(UCASE(?x2)) AS ?n) { ${chain('"ab"', 2, (x) => many(x, 16))} }`, answer: [['512']] },
  },
  {
    name: 'a bomb of CONCAT in one expression',
    query: `SELECT (STRLEN(UCASE(${many(many(many(many('?c', 12), 12), 12), 12)})) AS ?n) { VALUES ?c { "${'x'.repeat(2000)}" } }`,
    expect: [...stopped, 'payload-too-large'],
    twin: {
      query: `SELECT (STRLEN(UCASE(${many(many('?c', 12), 12)})) AS ?n) { VALUES ?c { "xx" } }`,
      answer: [['288']],
    },
  },
  {
    name: 'a bomb of CONCAT whose value is dropped',
    query: `ASK { ${chain('"abcdefgh"', 9, (x) => many(x, 16))} }`,
    expect: stopped,
    twin: { query: `ASK { ${chain('"ab"', 2, (x) => many(x, 16))} }`, answer: true },
  },
  {
    name: 'a bomb of ENCODE_FOR_URI',
    query: `SELECT (STRLEN(?x12) AS ?n) { ${chain('"é%é%é%é%"', 12, (x) => `ENCODE_FOR_URI(CONCAT(${x}, ${x}, ${x}, ${x}))`)} }`,
    expect: stopped,
    twin: { query: 'SELECT (STRLEN(ENCODE_FOR_URI(CONCAT("é", "é"))) AS ?n) { }', answer: [['12']] },
  },
  {
    name: 'a bomb of REPLACE',
    query: `SELECT (STRLEN(?x9) AS ?n) { ${chain('"aaaaaaaaaa"', 9, (x) => `REPLACE(${x}, "a", "aaaaaaaaaa")`)} }`,
    expect: stopped,
    twin: {
      query: `SELECT (STRLEN(?x2) AS ?n) { ${chain('"aa"', 2, (x) => `REPLACE(${x}, "a", "aa")`)} }`,
      answer: [['8']],
    },
  },
  {
    name: 'a bomb of REPLACE in one step',
    query: `SELECT (STRLEN(REPLACE("${'a'.repeat(32_000)}", "a", "${'b'.repeat(32_000)}")) AS ?n) { }`,
    expect: stopped,
    twin: { query: 'SELECT (REPLACE("aaa", "a", "bb") AS ?x) { }', answer: [['bbbbbb']] },
  },
  {
    name: 'a bomb of REPLACE by what was found',
    query: `SELECT (STRLEN(?x8) AS ?n) { ${chain('"ab"', 8, (x) => `REPLACE(${x}, "^(.+)$", "$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1", "s")`)} }`,
    expect: stopped,
    twin: { query: 'SELECT (REPLACE("ab", "^(.+)$", "$1$1", "s") AS ?x) { }', answer: [['abab']] },
  },
  {
    name: 'a string that is language-tagged, lower-cased and grown',
    query: `SELECT (STRLEN(STR(?x9)) AS ?n) { ${chain('STRLANG("abcdefgh", "fr")', 9, (x) => `LCASE(${many(x, 12)})`)} }`,
    expect: stopped,
    twin: {
      query: `SELECT (?x2 AS ?x) { ${chain('STRLANG("A", "fr")', 2, (x) => `LCASE(${many(x, 2)})`)} }`,
      answer: [['aaaa']],
    },
  },
  {
    name: 'GROUP_CONCAT of everything',
    query: 'SELECT (GROUP_CONCAT(?c; separator=" ") AS ?x) { ?a ?b ?c }',
    expect: perhaps,
    twin: { query: 'SELECT (GROUP_CONCAT(?x; separator="-") AS ?y) { VALUES ?x { "a" "a" } }', answer: [['a-a']] },
  },
  {
    name: 'GROUP_CONCAT of a product',
    query: `SELECT (STRLEN(GROUP_CONCAT(STR(?c))) AS ?n) { ${product} }`,
    expect: stopped,
    twin: {
      query: 'SELECT (STRLEN(GROUP_CONCAT(?x; separator="")) AS ?n) { VALUES ?x { "a" "b" } VALUES ?y { 1 2 } }',
      answer: [['4']],
    },
  },
  {
    name: 'GROUP_CONCAT of long strings',
    query: `SELECT (STRLEN(GROUP_CONCAT(?x)) AS ?n) { ?a ?b ?c BIND(CONCAT(STR(?c), ${many(`"${'x'.repeat(2000)}"`, 30)}) AS ?x) }`,
    expect: stopped,
    twin: {
      query: `SELECT (STRLEN(GROUP_CONCAT(?x; separator="")) AS ?n) { ${address} ${country}|${locality} ?c BIND(CONCAT(?c, "xx") AS ?x) }`,
      answer: [['11']],
    },
  },
  {
    name: 'a chain of BIND that doubles a number',
    query: `SELECT ?x1000 { ${chain('1', 1000, (x) => `${x} + ${x}`)} }`,
    expect: perhaps,
    twin: { query: `SELECT ?x10 { ${chain('1', 10, (x) => `${x} + ${x}`)} }`, answer: [['1024']] },
  },
]

const sizes: Killer[] = [
  {
    name: '3000 branches of UNION',
    query: count(repeat(3000, () => '{}', ' UNION ')),
    expect: overLimit,
    twin: { query: count(repeat(200, () => '{}', ' UNION ')), answer: [['200']] },
  },
  {
    name: '3000 branches of UNION with a pattern each',
    query: count(repeat(3000, (i) => `{ ?s <x:${i}> ?o }`, 'UNION')),
    expect: overLimit,
    twin: { query: count(repeat(200, () => `{ ${address} ${country} ?o }`, ' UNION ')), answer: [['200']] },
  },
  {
    name: 'a join of 300 patterns in a chain',
    query: count(repeat(300, (i) => `?v${i} ?p${i} ?v${i + 1} .`)),
    expect: overLimit,
    twin: { query: count(repeat(200, (i) => `${address} ${country} ?v${i} .`)), answer: [['1']] },
  },
  {
    name: 'a join of 200 patterns in a chain',
    query: count(repeat(200, (i) => `?v${i} ?p${i} ?v${i + 1} .`)),
    expect: perhaps,
    twin: {
      query: count(`<id/lille> <http://schema.org/address> ?v0 . ${repeat(100, () => `?v0 ${country} ?v1 .`)}`),
      answer: [['1']],
    },
  },
  {
    name: '5000 groups in each other',
    query: `SELECT * ${'{'.repeat(5000)} ?s ?p ?o ${'}'.repeat(5000)}`,
    expect: overLimit,
    twin: {
      query: `SELECT ?o ${'{'.repeat(100)} ${address} ${country} ?o ${'}'.repeat(100)}`,
      answer: [['FR']],
    },
  },
  {
    name: '5000 brackets in each other',
    query: `ASK { FILTER${'('.repeat(5000)}1 = 1${')'.repeat(5000)} }`,
    expect: overLimit,
    twin: { query: `ASK { FILTER${'('.repeat(99)}1 = 1${')'.repeat(99)} }`, answer: true },
  },
  {
    name: '5000 blank nodes in each other',
    query: `ASK { <x:s> <x:p> ${'[ <x:p> '.repeat(5000)}1${' ]'.repeat(5000)} }`,
    expect: overLimit,
    twin: { query: `ASK { <x:s> <x:p> ${'[ <x:p> '.repeat(99)}1${' ]'.repeat(99)} }`, answer: false },
  },
  {
    name: '5000 lists in each other',
    query: `ASK { <x:s> <x:p> ${'('.repeat(5000)}1${')'.repeat(5000)} }`,
    expect: overLimit,
    twin: { query: `ASK { <x:s> <x:p> ${'('.repeat(99)}1${')'.repeat(99)} }`, answer: false },
  },
  {
    name: '3000 triple terms in each other',
    query: `ASK { <x:s> <x:p> ${'<<( <x:s> <x:p> '.repeat(3000)}1${' )>>'.repeat(3000)} }`,
    expect: overLimit,
    twin: { query: `ASK { <x:s> <x:p> ${'<<( <x:s> <x:p> '.repeat(99)}1${' )>>'.repeat(99)} }`, answer: false },
  },
  {
    name: 'OPTIONAL in OPTIONAL, 90 deep',
    query: count(`?v0 ?p0 ?v1 ${repeat(90, (i) => `OPTIONAL { ?v${i + 1} ?p${i + 1} ?v${i + 2}`)} ${'}'.repeat(90)}`),
    expect: stopped,
    twin: {
      query: `SELECT ?x ?y ?z { ${address} ${country} ?x OPTIONAL { ${address} ${locality} ?y OPTIONAL { ${address} <x:none> ?z } } }`,
      answer: [['FR', 'Lille', '']],
    },
  },
  {
    name: 'OPTIONAL beside OPTIONAL, 60 wide',
    query: count(`?s ?p ?o ${repeat(60, (i) => `OPTIONAL { ?s ?p${i} ?o${i} }`)}`),
    expect: stopped,
    twin: {
      query: count(`${address} ${country} ?o OPTIONAL { ${address} ?p1 ?o1 } OPTIONAL { ${address} ?p2 ?o2 }`),
      answer: [['9']],
    },
  },
  {
    name: 'a product of long VALUES',
    query: count(
      `VALUES ?x { ${repeat(3000, String)} } VALUES ?y { ${repeat(3000, String)} } VALUES ?z { ${repeat(3000, String)} }`,
    ),
    expect: stopped,
    twin: { query: count('VALUES ?x { 1 2 3 } VALUES ?y { 1 2 3 } VALUES ?z { 1 2 3 }'), answer: [['27']] },
  },
  {
    name: 'VALUES longer than a query may be',
    query: count(`VALUES ?x { ${repeat(30_000, (i) => String(100_000 + i))} }`),
    expect: overLimit,
    twin: { query: count(`VALUES ?x { ${repeat(9300, (i) => String(100_000 + i))} }`), answer: [['9300']] },
  },
  {
    name: 'VALUES of a megabyte',
    query: count(`VALUES ?x { ${repeat(150_000, (i) => String(100_000 + i))} }`),
    expect: overLimit,
    twin: { query: count('VALUES ?x { 100000 100001 }'), answer: [['2']] },
  },
  {
    name: 'a wide and long VALUES joined with the product of its columns',
    query: count(
      `VALUES (?a ?b ?c ?d) { ${repeat(1500, (i) => `(${i} UNDEF ${i} UNDEF)`)} } VALUES (?b ?d) { ${repeat(1500, (i) => `(${i} UNDEF)`)} }`,
    ),
    expect: perhaps,
    twin: {
      query: count('VALUES (?a ?b) { (1 UNDEF) (2 UNDEF) } VALUES (?b ?d) { (3 UNDEF) (4 5) }'),
      answer: [['4']],
    },
  },
  {
    name: 'IN a list of thousands, for every value',
    query: count(`?a ?b ?c FILTER(?c IN (${repeat(9000, (i) => `"${i}"`, ',')}))`),
    expect: perhaps,
    twin: { query: `SELECT ?c { ${address} ?b ?c FILTER(?c IN ("FR", "BE", "NL")) }`, answer: [['FR']] },
  },
  {
    name: 'a chain of thousands of &&',
    query: `ASK { FILTER(${repeat(6000, () => '1=1', '&&')}) }`,
    expect: [...perhaps, 'payload-too-large'],
    twin: { query: `ASK { FILTER(${repeat(200, () => '1=1', '&&')}) }`, answer: true },
  },
  {
    name: 'a chain of thousands of +',
    query: `SELECT (${repeat(20_000, () => '1', '+')} AS ?n) { }`,
    expect: [...perhaps, 'payload-too-large'],
    twin: { query: `SELECT (${repeat(200, () => '1', '+')} AS ?n) { }`, answer: [['200']] },
  },
  {
    name: 'a chain of thousands of !',
    query: `ASK { FILTER(${'!'.repeat(20_000)}true) }`,
    expect: [...perhaps, 'payload-too-large'],
    twin: { query: `ASK { FILTER(${'!'.repeat(200)}true) }`, answer: true },
  },
  {
    name: 'a path of thousands of steps',
    query: count(`?s ${repeat(6000, () => '<x:p>', '/')} ?o`),
    expect: overLimit,
    twin: {
      query: `SELECT ?o { <id/lille> ${repeat(99, () => `${toAddress}/^${toAddress}`, '/')}/${toAddress}/${country} ?o }`,
      answer: [['FR']],
    },
  },
  {
    name: 'an alternative of thousands of predicates, without end',
    query: count(`?s (${repeat(5000, (i) => `<x:${i}>`, '|')}|!<x:a>)* ?o`),
    expect: [...stopped, 'payload-too-large'],
    twin: {
      query: `SELECT ?o { ${address} (${repeat(50, (i) => `<x:${i}>`, '|')}|${country})* ?o }`,
      answer: [[addressIri], ['FR']],
    },
  },
]

const results: Killer[] = [
  {
    name: 'DESCRIBE of everything',
    query: 'DESCRIBE ?a { ?a ?b ?c }',
    expect: [...perhaps, 'reset'],
    twin: { query: `DESCRIBE ${address}`, answer: ofAddress },
  },
  {
    name: 'DESCRIBE of a product',
    query: `DESCRIBE * { ${product} }`,
    expect: cut,
    twin: { query: `DESCRIBE ?x { VALUES ?x { ${address} } VALUES ?y { 1 2 } }`, answer: ofAddress },
  },
  ...['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv', 'text/tab-separated-values'].map(
    (accept): Killer => ({
      name: `results that never end, as ${accept}`,
      query: `SELECT * { ${product} . ?g ?h ?i }`,
      accept,
      expect: cut,
      twin: {
        query: 'SELECT ?x ?y { VALUES ?x { 1 2 } VALUES ?y { 3 4 } }',
        answer: [
          ['1', '3'],
          ['1', '4'],
          ['2', '3'],
          ['2', '4'],
        ],
      },
    }),
  ),
  {
    name: 'rows of a megabyte that never end',
    query: `SELECT ?x { ${product} BIND(CONCAT(STR(?c), ${many(many(`"${'x'.repeat(1000)}"`, 20), 1)}) AS ?x) }`,
    accept: 'text/csv',
    expect: cut,
    twin: {
      query: `SELECT ?x { ${address} ${country} ?c BIND(CONCAT(STR(?c), CONCAT("x", "y")) AS ?x) }`,
      answer: [['FRxy']],
    },
  },
  {
    name: 'SERVICE to ourselves',
    query: `SELECT * { SERVICE <${shallow}sparql> { ${product} } }`,
    expect: ['query-refused'],
    twin: {
      query: 'SELECT ?x ?y { { VALUES ?x { 1 } } { VALUES ?y { 2 } } }',
      answer: [['1', '2']],
    },
  },
  ...['ASK { ?s ?p ', 'ASK { ?s ?p <', 'PREFIX x: <', 'ASK { ?s <'].map(
    (start): Killer => ({
      name: `keywords without an end after ${start.trim()}`,
      query: start + 'a'.repeat(64_000),
      expect: ['query-malformed'],
      twin: { query: `ASK { ?s a ?type FILTER(?s = <${addressIri}>) }`, answer: true },
    }),
  ),
  {
    name: 'SERVICE to a listener of this machine',
    query: `SELECT * { ${product} SERVICE SILENT <${canary}sparql> { ${product} } }`,
    expect: ['query-refused'],
    twin: { query: 'SELECT ?x { VALUES ?x { 1 } { {} UNION {} } }', answer: [['1'], ['1']] },
  },
  {
    name: 'FROM a listener of this machine',
    query: `SELECT * FROM <${canary}graph> FROM NAMED <${canary}named> { ${product} GRAPH ?g { ${product} } }`,
    expect: ['answered'],
    twin: { query: `SELECT ?o FROM <x:none> { ${address} ${country} ?o }`, answer: [] },
  },
  {
    name: 'LOAD of a listener of this machine',
    query: `LOAD <${canary}data.ttl>`,
    expect: ['query-refused'],
    twin: { query: `ASK { ${address} ${country} "FR" }`, answer: true },
  },
]

const endless = `SELECT * { ${product} . ?g ?h ?i }`
const whole: Twin = { query: `SELECT ?o { ${address} ${country}|${locality} ?o }`, answer: [['FR'], ['Lille']] }
const clients: Killer[] = [
  {
    name: 'a client that reads one byte a second',
    query: endless,
    behaviour: 'reads-slowly',
    expect: ['reset'],
    twin: whole,
  },
  {
    name: 'a client that reads nothing',
    query: endless,
    accept: 'text/csv',
    behaviour: 'reads-nothing',
    expect: ['reset'],
    twin: whole,
  },
  {
    name: 'a client that vanishes while it is counted for',
    query: count(productOfThree),
    behaviour: 'vanishes',
    expect: ['reset'],
    twin: whole,
  },
  {
    name: 'a client that vanishes while a pattern is matched for it',
    query: count(`${product} FILTER(REGEX(STR(?c), STR(?f)))`),
    behaviour: 'vanishes',
    expect: ['reset'],
    twin: whole,
  },
  {
    name: 'a client that vanishes in the middle of its answer',
    query: endless,
    behaviour: 'vanishes-midway',
    expect: ['reset', 'query-timeout'],
    twin: whole,
  },
  {
    name: 'a client that sends half of its request',
    query: count(productOfThree),
    behaviour: 'sends-half',
    expect: ['reset'],
    twin: whole,
  },
]

export const killers: readonly Killer[] = [
  ...products,
  ...paths,
  ...patterns,
  ...bombs,
  ...sizes,
  ...results,
  ...clients,
]
