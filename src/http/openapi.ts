/**
 * `/openapi.json`: the routes' own schemas, so that it is always true.
 */
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

type SwaggerTransform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

export async function openApiRoutes(app: FastifyInstance, { store }: Services): Promise<void> {
  const schema = { summary: 'This description of the service (OpenAPI 3.1)', tags: ['service'] }
  app.get('/openapi.json', { schema }, (request, reply) =>
    respond(request, reply, store.version(), {
      mediaType: 'application/json',
      body: () => {
        const document = app.swagger()
        return JSON.stringify({ ...document, info: { ...document.info, version: store.version().name } }, null, 2)
      },
    }),
  )
}

/** Every route answers so; the schemas of the routes say what is particular to each. */
export const describeAnswers: SwaggerTransform = ({ schema, url }) => {
  const problem = {
    description: 'A problem document (RFC 9457), or a page for a browser',
    ...contentOf('application/problem+json'),
  }
  const response = {
    200: { description: 'The answer, in a format that suits Accept' },
    303: { description: 'See Location' },
    304: { description: 'The client has it already (If-None-Match)' },
    '4xx': problem,
    '5xx': problem,
  }
  const rest = url.includes('*') ? { params: { type: 'object', properties: { path: { type: 'string' } } } } : {}
  return { schema: { ...(schema as object), ...rest, headers, response }, url: url.replace('*', ':path') }
}

/** What every request may carry. */
const headers = {
  type: 'object',
  properties: {
    'Dataset-Version': {
      type: 'string',
      description:
        'The version that the answer is to be of, as answers name it; 404 `version-elsewhere` where this server serves another one',
    },
  },
}

function contentOf(mediaType: string) {
  return { content: { [mediaType]: { schema: { type: 'object', properties: problemMembers } } } }
}

const problemMembers = {
  type: { type: 'string' },
  title: { type: 'string' },
  status: { type: 'integer' },
  detail: { type: 'string' },
  words: { type: 'string', description: 'With lang=fr, what is told in English only' },
  code: { type: 'string', description: 'Stable; see the README' },
  instance: { type: 'string' },
}
