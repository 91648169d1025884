/**
 * `/reconcile`: the Reconciliation Service API 0.2
 * (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/). Names are in the language that
 * `lang` or `Accept-Language` asks for; what is looked for may be in any.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { datasetIri, graphNames } from '../../dataset/graphs.ts'
import { RequestError } from '../../errors.ts'
import { rdf } from '../../rdf/environment.ts'
import { Lookup } from '../../rdf/lookup.ts'
import { dcterms } from '../../rdf/namespaces.ts'
import type { Candidate, ReconciliationQuery } from '../../reconciliation/candidates.ts'
import type { Reconciliation } from '../../reconciliation/reconciliation.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import { addressParameters, formParameters, formType, takeText } from '../form.ts'
import { languageQuery } from '../pages.ts'
import type { Services } from '../services.ts'
import { sendJson, work } from './answers.ts'
import { companionRoutes } from './companions.ts'
import { manifest } from './manifest.ts'
import { readBatch, readExtension, readSingle } from './parameters.ts'

/** Batches have room for a name, its address and more a query, percent-encoded. */
const bodyLimit = 1024 * 1024

const parameters = {
  query: { type: 'string', description: 'One reconciliation query: a name, or a query as JSON' },
  queries: { type: 'string', description: 'A batch of reconciliation queries (§5.1), as JSON' },
  extend: { type: 'string', description: 'A query for data extension (§8.4), as JSON' },
} as const

type Parameter = keyof typeof parameters

export async function reconcileRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const tags = ['reconciliation']
  takeText(app, [formType], bodyLimit)
  await app.register(companionRoutes, services)

  /** @throws RequestError `parameter-invalid` for two questions at once */
  const answer = (given: URLSearchParams, request: FastifyRequest, reply: FastifyReply) => {
    const [asked, ...more] = Object.entries(asks).flatMap(([name, begin]) =>
      given.getAll(name).map((text) => ({ name, begin: begin(text), text })),
    )
    if (more.length) {
      const names = [asked, ...more].map((one) => one!.name).join(' and ')
      throw new RequestError('parameter-invalid', {
        en: `There are ${names}: send one after the other.`,
        fr: `Il y a à la fois ${names}\u00a0: envoyez-les l’un après l’autre.`,
      })
    }
    if (!asked) return undefined
    const { begin, text } = asked
    const body = (language: Language) => work(services, request, reply, (parts) => begin(parts, language))
    return sendJson(services, request, reply, body, text)
  }

  const get = {
    summary:
      'Reconciliation Service API 0.2: the manifest; with query or queries the candidates, with extend values of properties',
    tags,
    querystring: { type: 'object', properties: { ...languageQuery.properties, ...parameters } },
  } as const
  app.get('/reconcile', { schema: get, validatorCompiler: () => () => true }, (request, reply) => {
    const { lang } = request.query as { lang?: string }
    return (
      answer(addressParameters(request), request, reply) ??
      sendJson(services, request, reply, async (language) =>
        manifest({
          ...services,
          name: await datasetName(services, language),
          language,
          named: lang,
          defaultTypes: await services.readReconciliation(({ types }) => types.defaults(language)),
        }),
      )
    )
  })

  const post = {
    summary: 'The same as a form: query, queries or extend',
    tags,
    querystring: languageQuery,
    body: { type: 'object', properties: parameters },
    consumes: [formType],
  } as const
  app.post('/reconcile', { schema: post, validatorCompiler: () => () => true }, (request, reply) => {
    const form = formParameters(request)
    if (!form)
      throw new RequestError('media-type-unsupported', {
        en: `Send query, queries or extend as ${formType}.`,
        fr: `Envoyez query, queries ou extend en ${formType}.`,
      })
    const answered = answer(form, request, reply)
    if (!answered)
      throw new RequestError('parameter-invalid', {
        en: 'The form has neither query nor queries nor extend.',
        fr: 'Le formulaire n’a ni query, ni queries, ni extend.',
      })
    return answered
  })
}

type Begin = (parts: Reconciliation, language: Language) => Work<unknown>

/** What each parameter asks for; what is wrong with it is told before anything is worked on. */
const asks: Readonly<Record<Parameter, (text: string) => Begin>> = {
  query(text) {
    const query = readSingle(text)
    return (parts, language) => reconcile(query, parts, language)
  },
  queries(text) {
    const batch = readBatch(text)
    return (parts, language) => reconcileAll(batch, parts, language)
  },
  extend(text) {
    const query = readExtension(text)
    return ({ extension }, language) => extension.extend(query, language)
  },
}

interface Result {
  readonly result: readonly Candidate[]
}

function* reconcileAll(
  batch: ReadonlyMap<string, ReconciliationQuery>,
  parts: Reconciliation,
  language: Language,
): Work<Record<string, Result>> {
  const results: [string, Result][] = []
  for (const [key, query] of batch) {
    results.push([key, yield* reconcile(query, parts, language)])
    yield
  }
  return Object.fromEntries(results)
}

/** A type that nothing here is of is no wish that could be met, and so none; where a type has to be met, nothing is found. */
function* reconcile(
  query: ReconciliationQuery,
  { candidates, types }: Reconciliation,
  language: Language,
): Work<Result> {
  const known = query.types.flatMap((id) => types.find(id) ?? []).map((iri) => types.idOf(iri))
  const least = { should: 0, any: Math.min(1, query.types.length), all: query.types.length }[query.typeStrict]
  return { result: known.length < least ? [] : yield* candidates.of({ ...query, types: known }, language) }
}

async function datasetName({ store, baseIri }: Services, language: Language): Promise<string> {
  const dataset = rdf.namedNode(datasetIri(baseIri))
  const title = new Lookup(await store.graph(graphNames(baseIri).dataset)).text(dataset, dcterms.title!, language)
  return title ?? dataset.value
}
