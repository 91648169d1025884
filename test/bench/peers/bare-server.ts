/** `node bare-server.ts PORT` */
import Fastify from 'fastify'

const app = Fastify()
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
  done(null, body),
)
const answer = 'x'.repeat(600)
app.post('/', (_request, reply) => reply.type('application/sparql-results+json').send(answer))
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })
process.once('SIGTERM', () => process.exit())
