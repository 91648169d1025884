/** `node comunica-server.ts FILE PORT` */
import { createServer } from 'node:http'
import { load } from '../engines/comunica.ts'

const [, , file, port] = process.argv as [string, string, string, string]
const engine = await load(file)

createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  const form = request.headers.accept === 'application/n-triples' ? 'CONSTRUCT' : 'SELECT'
  try {
    const answer = await engine.answer(new URLSearchParams(body).get('query')!, form)
    response.setHeader('content-type', request.headers.accept!).end(answer)
  } catch (error) {
    response.writeHead(500).end((error as Error).message)
  }
}).listen(Number(port), '127.0.0.1')
process.once('SIGTERM', () => process.exit())
