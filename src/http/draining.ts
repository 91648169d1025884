/**
 * How the server stops: what it has begun to answer it answers whole, and nothing more is begun.
 *
 * Nobody has to be told beforehand: a balancer goes on to the next copy when a connection is refused or ended without an
 * answer.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'

/** Milliseconds for which a connection that was just made may still bring its first request, which may be on its way. */
const firstRequestMs = 1000

/** A connection, and what it waits for. */
interface Connection {
  /** Requests that came. */
  asked: number
  /** Answers that are not handed to the system to their last byte. */
  owed: number
}

/**
 * Registers what `app.close()` does with connections.
 * @param limitMs after which what is still being answered is broken off, in a way that nobody takes it for whole
 */
export function drainOnClose(app: FastifyInstance, limitMs: number): void {
  const { server } = app
  const connections = new Map<Socket, Connection>()
  let stopping = false

  server.on('connection', (socket: Socket) => {
    connections.set(socket, { asked: 0, owed: 0 })
    socket.once('close', () => connections.delete(socket))
  })
  const begin = ({ socket }: IncomingMessage, response: ServerResponse) => {
    const connection = connections.get(socket)
    if (!connection) return
    connection.asked++
    connection.owed++
    response.once('close', () => {
      connection.owed--
      if (stopping && connection.owed === 0) socket.destroySoon()
    })
  }
  server.prependListener('request', begin)
  server.prependListener('checkExpectation', begin)

  const endThose = (isOver: (connection: Connection) => boolean) => {
    for (const [socket, connection] of connections) if (isOver(connection)) socket.destroySoon()
  }
  // Node ends a connection as soon as the last byte of an answer is written, also if it waits for a slow reader still.
  server.closeIdleConnections = () => endThose(({ asked, owed }) => asked > 0 && owed === 0)

  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    if (!stopping) return done()
    reply.header('connection', 'close')
    const { asked, owed } = connections.get(socket) ?? { asked: 0, owed: 0 }
    if (asked === 1) return done()
    if (owed === 1) {
      // It would have been ended before this came, a moment later. No status tells a balancer as much as that does.
      reply.hijack()
      return socket.destroySoon()
    }
    // What was sent before the answer to the one before had come, which no balancer does.
    throw new RequestError(
      'server-stopping',
      { en: 'This server is stopping. Ask again.', fr: 'Ce serveur s’arrête. Redemandez.' },
      { retryAfter: 1 },
    )
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping) reply.header('connection', 'close')
    done(null, payload)
  })
  app.addHook('preClose', (done) => {
    stopping = true
    const first = setTimeout(() => endThose(({ owed }) => owed === 0), firstRequestMs)
    const limit = setTimeout(() => {
      // Without a length and without chunks the end of the connection would be the end of the answer.
      for (const socket of connections.keys()) socket.resetAndDestroy()
    }, limitMs)
    server.once('close', () => {
      clearTimeout(first)
      clearTimeout(limit)
    })
    done()
  })
}
