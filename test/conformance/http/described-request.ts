/**
 * The older graph store tests, which say request and response in the words of a comment: a start line, fields, an empty
 * line and a body, each under its heading.
 */
import { vocabulary } from '../facts.ts'
import type { TestCase } from '../manifest.ts'
import type { Request } from './connection.ts'

/** @throws Error for a comment that has no such form */
export function readDescribedRequest({ facts, node }: TestCase): Request {
  const comments = facts.all(node, vocabulary.rdfs('comment')).map(({ value }) => value)
  const comment = comments.find((text) => text.includes('#### Request'))
  const parts = comment?.split(/#### Request\s*?\n|#### Response\s*?\n/)
  if (parts?.length !== 3) throw new Error('the comment describes no request and response')
  const [request, response] = parts.slice(1).map(readMessage)
  const [method, target] = request!.start.split(' ')
  const contentType = response!.headers['content-type']
  return {
    method: method!,
    path: path(target!),
    headers: request!.headers,
    ...(request!.body && { body: Buffer.from(request!.body) }),
    expected: {
      statuses: [response!.start.split(' ')[0]!],
      ...(contentType !== undefined && { contentType }),
      ...(response!.body && { body: response!.body }),
    },
  }
}

interface Message {
  readonly start: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

function readMessage(text: string): Message {
  const [head = '', ...body] = text.replace(/^ {4}/gm, '').trim().split('\n\n')
  const [start, ...fields] = head.split('\n')
  const headers = fields.map((field) => /^([\w-]+):\s*(.*)$/.exec(field)?.slice(1) as [string, string])
  const kept = headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  return {
    start: start!,
    headers: Object.fromEntries(kept.filter(([name]) => name !== 'host' && name !== 'content-length')),
    body: fill(body.join('\n\n')),
  }
}

/** `$GRAPHSTORE$` is the endpoint, and `$NEWPATH$` a graph that it has named itself. */
function path(target: string): string {
  const filled = target.replace('$NEWPATH$', `/gsp?graph=${encodeURIComponent('http://www.example/gsp/new')}`)
  const [endpoint, query] = filled.replace('$GRAPHSTORE$', '/gsp').split('?')
  return query === undefined ? endpoint! : `${endpoint}?${fill(query)}`
}

function fill(text: string): string {
  return text.replaceAll('$HOST$/$GRAPHSTORE$', 'www.example/gsp')
}
