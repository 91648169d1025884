/** Sends a request as it stands, and tells an answer from a hang and from a connection that was cut. */
import { Agent, request } from 'node:http'
import type { FuzzRequest } from './requests.ts'

export interface Answer {
  readonly outcome: 'answered' | 'hung' | 'reset'
  readonly status: number
  readonly mediaType: string
  readonly body: string
  /** How long the body is, as far as it came. */
  readonly bytes: number
  readonly elapsedMs: number
}

/** Longer than any deadline of the server: who has not answered by then never will. */
const patienceMs = 10_000
const graceMs = 1000

export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 8 })
  readonly #port: number

  constructor(port: number) {
    this.#port = port
  }

  send({ method, path, headers, body }: FuzzRequest): Promise<Answer> {
    return new Promise((resolve) => {
      const started = performance.now()
      let status = 0
      let mediaType = ''
      const chunks: Buffer[] = []
      const end = (outcome: Answer['outcome']) => {
        clearTimeout(patience)
        const elapsedMs = performance.now() - started
        const body = Buffer.concat(chunks)
        resolve({ outcome, status, mediaType, body: body.toString(), bytes: body.length, elapsedMs })
      }
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { host: '127.0.0.1', port: this.#port, agent: this.#agent, method, path }
      const sent = request({ ...options, headers: { ...headers, ...length } }, (response) => {
        status = response.statusCode ?? 0
        mediaType = response.headers['content-type']?.replace(/;.*/, '') ?? ''
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => end(response.complete ? 'answered' : 'reset'))
        response.on('error', () => end('reset'))
      })
      const giveUp = () => {
        end('hung')
        sent.destroy()
      }
      // Where this process was busy itself, the answer may be there and unread.
      let patience = setTimeout(() => {
        patience = setTimeout(giveUp, graceMs)
      }, patienceMs)
      sent.on('error', () => end('reset'))
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
