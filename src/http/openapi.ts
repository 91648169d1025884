/**
 * `/openapi.json`: the routes' own schemas, so that it is always true.
 */
import type { FastifyInstance } from 'fastify'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

export async function openApiRoutes(app: FastifyInstance, { store }: Services): Promise<void> {
  const schema = { summary: 'This description of the service (OpenAPI 3.1)', tags: ['service'] }
  app.get('/openapi.json', { schema }, (request, reply) =>
    respond(request, reply, store.version(), {
      mediaType: 'application/json',
      body: () => JSON.stringify(app.swagger(), null, 2),
    }),
  )
}
