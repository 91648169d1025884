/**
 * `/lookup`: from what a thing is called elsewhere to the thing itself.
 */
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'
import { identifierKinds } from '../store/store.ts'
import { languageQuery } from './pages.ts'
import type { Services } from './services.ts'

const examples = { wikidata: 'Q648', osm: 'way/42', website: 'http://example.org/', spdx: 'CC-BY-4.0' } as const

export async function lookupRoutes(app: FastifyInstance, { store, baseIri, publicUrl }: Services): Promise<void> {
  const properties = Object.fromEntries(
    identifierKinds.map((kind) => [kind, { type: 'string', description: `As ${examples[kind]}`, maxLength: 2000 }]),
  )
  const schema = {
    summary:
      'The thing that is linked to an item of Wikidata, an element of OpenStreetMap, a website or an SPDX licence',
    tags: ['things'],
    querystring: { type: 'object', properties: { ...properties, ...languageQuery.properties } },
  }
  const addressOf = (iri: string) => publicUrl + iri.slice(baseIri.length)

  app.get('/lookup', { schema }, async (request, reply) => {
    const given = request.query as Readonly<Record<string, string>>
    const kinds = identifierKinds.filter((kind) => kind in given)
    const [kind] = kinds
    const others = Object.keys(given).filter((name) => name !== kind && name !== 'lang')
    if (kind === undefined || others.length) {
      throw new RequestError(
        'parameter-invalid',
        { en: 'Name one identifier, as in ?wikidata=Q648.', fr: 'Nommez un identifiant, comme ?wikidata=Q648.' },
        {
          offered: identifierKinds,
        },
      )
    }
    const text = given[kind]!
    const found = await store.identified(kind, text)
    if (!found)
      throw new RequestError('parameter-invalid', {
        en: `${kind}=${text} is no such identifier; one is ${examples[kind]}.`,
        fr: `${kind}=${text} n’est pas un tel identifiant\u00a0; en voici un\u00a0: ${examples[kind]}.`,
      })
    const [thing, ...more] = found.things
    if (thing) {
      const links = more.map(({ iri }) => `<${addressOf(iri)}>; rel="related"`)
      if (links.length) reply.header('link', links.join(', '))
      return reply.header('cache-control', 'no-cache').redirect(addressOf(thing.iri), 303)
    }
    const near = found.near.map(({ iri, identifier }) => ({ identifier, address: addressOf(iri) }))
    const alike = near.map(({ identifier }) => identifier).join(', ')
    const told = {
      en: `Nothing here is linked to ${text}.${alike && ` Like it are ${alike}.`}`,
      fr: `Rien ici n’est relié à ${text}.${alike && ` Y ressemblent ${alike}.`}`,
    }
    throw new RequestError('entity-unknown', told, { ...(near.length && { near }) })
  })
}
