/**
 * The log: lines of JSON on standard output, in which nothing stands that a stranger sent.
 */
import { type LoggerOptions, pino } from 'pino'

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** What a program has its log by. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

export function createLog(level: LogLevel): Log {
  return pino(logOptions(level))
}

/** As pino takes them, also through Fastify. */
export function logOptions(level: LogLevel): LoggerOptions {
  return {
    level,
    serializers: { err: withoutWords },
    hooks: {
      // Else the words of an error become those of its line.
      logMethod([first, ...rest], method) {
        const error = first instanceof Error ? { err: first } : first
        const words = isOfError(error) && rest[0] === undefined ? ['failed'] : rest
        method.apply(this, [error, ...words] as Parameters<typeof method>)
      },
    },
  }
}

function isOfError(logged: unknown): boolean {
  return typeof logged === 'object' && logged !== null && 'err' in logged
}

/**
 * An error by its class, its code and where it happened. Its words may quote what was asked, as those of a parser do.
 * @param error its `cause` too: an error, or the stack of one in another process
 */
export function withoutWords(error: unknown): { readonly stack: string; readonly code?: string } {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  const stacks: string[] = []
  for (let next: unknown = error; next && stacks.length < 5; next = (next as Error).cause) {
    stacks.push(placesIn(next instanceof Error ? next : { name: 'Error', message: '', stack: String(next) }))
  }
  return { ...(typeof code === 'string' && { code }), stack: stacks.join('\ncaused by ') }
}

function placesIn({ name, message, stack = '' }: Pick<Error, 'name' | 'message' | 'stack'>): string {
  const words = message === '' ? name : `${name}: ${message}`
  const places = stack.startsWith(words) ? stack.slice(words.length) : stack
  return [name, ...places.split('\n').filter((line) => /^ {4}at .*:\d+:\d+\)?$/.test(line))].join('\n')
}
