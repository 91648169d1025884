/**
 * Of each test that the table of differences names, it is expected that it fails: where one passes, the table is wrong.
 */
import { beforeEach, inject } from 'vitest'
import { differences } from './differences.ts'

beforeEach(({ task }) => {
  const names: string[] = []
  for (let at: { name: string; suite?: unknown } | undefined = task; at; at = at.suite as never) names.unshift(at.name)
  const name = names.join(' > ')
  const known = differences.find(({ engines, tests }) => engines.includes(inject('engineName')!) && tests.test(name))
  if (known) Object.assign(task, { fails: true })
})
