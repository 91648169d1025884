/**
 * What other endpoints have answered to the SERVICE parts of a query (SPARQL 1.1 Federated Query §2). They are asked
 * between evaluations, never during one: the query is evaluated for nothing, which finds what has to be asked, until
 * nothing is missing any more.
 *
 * What is bound before a SERVICE is handed on to its endpoint with VALUES (§2.4), some hundred solutions at a time, so
 * that nobody is asked for all that they have.
 */
import { RequestError } from '../../errors.ts'
import type { Term } from '../../rdf/terms.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import type { ParsedQuery } from '../syntax.ts'
import { termText, variableText } from './algebra-text.ts'
import type { Given, Service, Values } from './execution.ts'
import { type Limits, Meter } from './meter.ts'
import { inScope } from './variables.ts'

/** Asks another endpoint. @throws RequestError `query-refused` for one that is not allowed, `upstream-failed` */
export type AskEndpoint = (
  endpoint: string,
  query: string,
  signal: AbortSignal,
) => Promise<{ readonly rows: readonly ReadonlyMap<string, Term>[] }>

/** How many solutions one request hands on at most. */
const mostHandedOn = 200

/** Bytes that a term of an answer takes, about. */
const bytesPerTerm = 200

/** Thrown where evaluation finds so much missing that it has to be asked for first. */
export class ServiceNeeded extends Error {
  constructor() {
    super('What SERVICE asks for is not there yet')
  }
}

/** One SERVICE at one endpoint, for solutions that bind the same of its variables. */
class Question {
  readonly operation: Service
  readonly endpoint: string
  /** The variables that are handed on. */
  readonly names: readonly string[]
  /** By what was handed on. */
  readonly answers = new Map<string, Values>()
  readonly missing = new Set<string>()

  constructor(operation: Service, endpoint: string, names: readonly string[]) {
    this.operation = operation
    this.endpoint = endpoint
    this.names = names
  }

  /** The group of the SERVICE, with the values that are handed on before it. */
  pattern(): string {
    const { text } = this.operation
    if (!this.names.length) return text
    const rows = Array.from(this.missing, (terms) => `(${terms})`).join(' ')
    return `{ VALUES (${this.names.map(variableText).join(' ')}) { ${rows} } ${text} }`
  }
}

/** What endpoints have answered during one query. Nothing is asked twice. */
export class ServiceAnswers {
  readonly #query: ParsedQuery
  readonly #askEndpoint: AskEndpoint
  readonly #meter: Meter
  readonly #questions = new Map<Service, Map<string, Question>>()
  readonly #open = new Set<Question>()

  constructor(query: ParsedQuery, askEndpoint: AskEndpoint, limits: Limits) {
    this.#query = query
    this.#askEndpoint = askEndpoint
    this.#meter = new Meter(limits)
  }

  /** Whether something was found missing since endpoints were last asked. */
  get isMissing(): boolean {
    return this.#open.size > 0
  }

  /**
   * The solutions of an endpoint that are compatible with what is given; undefined while it has not been asked.
   * @throws ServiceNeeded where enough is missing
   */
  readonly find = (operation: Service, endpoint: string, given: readonly Given[]): Values | undefined => {
    // What changes with every evaluation would be asked for again and again.
    const handed = this.#query.repeatable ? given.filter(([, term]) => canBeHandedOn(term)) : []
    const question = this.#question(
      operation,
      endpoint,
      handed.map(([name]) => name),
    )
    const terms = handed.map(([, term]) => termText(term)).join(' ')
    const answer = question.answers.get(terms)
    if (answer) return answer
    question.missing.add(terms)
    this.#open.add(question)
    if (!handed.length || question.missing.size === mostHandedOn) throw new ServiceNeeded()
    return undefined
  }

  /** As `find`, once everything has been asked. */
  readonly get = (operation: Service, endpoint: string, given: readonly Given[]): Values => {
    const answer = this.find(operation, endpoint, given)
    if (!answer) throw new Error('The evaluation needs an answer that the evaluation before it did not')
    return answer
  }

  /** Asks for what has been found missing. @throws RequestError `query-too-large` where too much has been answered */
  async ask(signal: AbortSignal): Promise<void> {
    for (const question of this.#open) {
      await this.#fetch(question, signal)
      question.missing.clear()
    }
    this.#open.clear()
  }

  #question(operation: Service, endpoint: string, names: readonly string[]): Question {
    const ofOperation = this.#questions.get(operation) ?? new Map<string, Question>()
    this.#questions.set(operation, ofOperation)
    const key = [endpoint, ...names].join(' ')
    const question = ofOperation.get(key) ?? new Question(operation, endpoint, names)
    ofOperation.set(key, question)
    return question
  }

  async #fetch(question: Question, signal: AbortSignal): Promise<void> {
    const { operation, endpoint, names, answers, missing } = question
    const variables = variablesOf(operation)
    try {
      const query = `${this.#query.query.prologue}SELECT * WHERE ${question.pattern()}`
      const { rows } = await this.#askEndpoint(endpoint, query, signal)
      this.#meter.keep(bytesPerTerm * rows.length * variables.length)
      const textOf = (row: ReadonlyMap<string, Term>) => names.map((name) => termText(row.get(name)!)).join(' ')
      const complete = rows.filter((row) => names.every((name) => row.has(name)))
      const byTerms = Map.groupBy(complete, textOf)
      for (const terms of missing) {
        const found = byTerms.get(terms) ?? []
        answers.set(terms, {
          type: 'values',
          variables,
          rows: found.map((row) => variables.map((name) => row.get(name))),
        })
      }
    } catch (error) {
      // SILENT forgives an endpoint that fails (§2.3), not a query that may not go there.
      // Nor one whose own time is over: that is no answer of the endpoint's.
      signal.throwIfAborted()
      const failed = error instanceof RequestError && error.code === 'upstream-failed'
      if (!operation.silent || !failed) throw error
      for (const terms of missing) answers.set(terms, { type: 'values', variables: [], rows: [[]] })
    }
  }
}

/** The variables that a SERVICE binds; its blank nodes are its own. */
export function variablesOf({ operand }: Service): string[] {
  return [...inScope(operand)].filter((name) => !name.startsWith('_:'))
}

/** Blank nodes are nobody else's, and triple terms and directions are not understood everywhere yet. */
function canBeHandedOn(term: Term): boolean {
  const isPlain = term.termType === 'NamedNode' || (term.termType === 'Literal' && !term.direction)
  return isPlain && isWellFormed(term)
}
