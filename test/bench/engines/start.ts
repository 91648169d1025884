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

export interface StartedEngines extends Disposable {
  readonly engines: readonly InProcess[]
}

/** Starts engines one after the other, so that each loads on a machine of its own. */
export async function startEngines(names: readonly EngineName[], file: string): Promise<StartedEngines> {
  const engines: InProcess[] = []
  const stop = () => {
    for (const engine of engines) engine.stop()
  }
  try {
    for (const name of names) engines.push(await startEngine(name, file))
  } catch (error) {
    stop()
    throw error
  }
  return { engines, [Symbol.dispose]: stop }
}

async function startEngine(name: EngineName, file: string): Promise<InProcess> {
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
