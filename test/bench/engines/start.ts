/** The engines that run inside a program, each in a child process. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Contestant } from '../race.ts'
import type { Answered, Asked, Loaded } from './child.ts'
import type { EngineName } from './engine.ts'

export interface InProcess extends Contestant {
  readonly loaded: Loaded
  stop(): void
}

export async function startEngine(name: EngineName, file: string): Promise<InProcess> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [name, file], {
    execArgv: ['--expose-gc', '--max-old-space-size=8192'],
    serialization: 'advanced',
  })
  const loaded = (await messageOf(child)) as Loaded
  return {
    name,
    loaded,
    async ask(text, { form }) {
      const answer = messageOf(child)
      child.send({ text, form } satisfies Asked)
      const answered = (await answer) as Answered
      if ('fault' in answered) throw new Error(answered.fault)
      return answered
    },
    stop: () => child.disconnect(),
  }
}

function messageOf(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const onExit = (code: number | null) => reject(new Error(`ended with ${code}`))
  child.once('exit', onExit)
  child.once('message', (message) => {
    child.off('exit', onExit)
    resolve(message)
  })
  return promise
}
