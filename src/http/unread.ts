/**
 * Requests that never became one for the application: what they get is written to the socket itself.
 */
import type { FastifyServerOptions } from 'fastify'
import type { ErrorCode } from '../errors.ts'

type Refusal = readonly [status: string, detail: string, code: ErrorCode]

const unreadable: Refusal = ['400 Bad Request', 'The request cannot be read.', 'parameter-invalid']

const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The address or a header is too long; send a long query by POST.',
    'payload-too-large',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come in time.', 'request-timeout'],
}

/** Answers what is no HTTP that could be read, is too long to be or too slow (RFC 9110 §15.5.1, §15.5.9, RFC 6585 §5). */
export const refuseUnread: NonNullable<FastifyServerOptions['clientErrorHandler']> = ({ code }, socket) => {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy()
  const [status, detail, stable] = refusals[code ?? ''] ?? unreadable
  const problem = {
    type: 'about:blank',
    title: status.slice(4),
    status: Number(status.slice(0, 3)),
    detail,
    code: stable,
  }
  const body = JSON.stringify(problem)
  const headers = ['content-type: application/problem+json', 'access-control-allow-origin: *', 'connection: close']
  socket.end(
    `HTTP/1.1 ${status}\r\n${headers.join('\r\n')}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
