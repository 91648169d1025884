/**
 * What the log says of requests: a line each when it is answered, with what was asked for as the route has it and never as
 * the client wrote it. Addresses hold words that people look for and places where they are; who they are is not asked.
 */
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

export class RequestLog extends LogController {
  /** Bytes that a connection had sent before it got this request's answer. */
  readonly #before = new WeakMap<FastifyRequest, number>()

  readonly #version: () => string

  /** @param version of the data that is served */
  constructor(version: () => string) {
    super({ requestIdLogLabel: 'requestId' })
    this.#version = version
  }

  override incomingRequest(request: FastifyRequest): void {
    this.#before.set(request, request.raw.socket.bytesWritten)
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    if (error) reply.log.warn({ ...this.#line(request, reply), err: error }, 'broken off')
    else reply.log.info(this.#line(request, reply), 'answered')
  }

  override defaultErrorLog(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.error({ err: error }, 'failed')
  }

  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const isClients = (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (isClients) reply.log.info(this.#line(request, reply), 'the client has gone')
    else reply.log.warn({ ...this.#line(request, reply), err: error }, 'broken off')
  }

  override routeNotFound(): void {}

  override writeHeadError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.warn({ err: error }, 'failed')
  }

  override serializerError(error: Error, _request: FastifyRequest, reply: FastifyReply): void {
    reply.log.error({ err: error }, 'failed')
  }

  #line(request: FastifyRequest, reply: FastifyReply) {
    return {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      bytes: request.raw.socket.bytesWritten - this.#before.get(request)!,
      version: this.#version(),
    }
  }
}
