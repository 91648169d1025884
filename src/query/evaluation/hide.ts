/**
 * What is evaluated by itself must not see what its surroundings have bound (SPARQL 1.2 §18.6: from the bottom up).
 */
import type { Environment, Step } from './execution.ts'

/**
 * A step that runs with these variables unbound, or with what EXISTS has put in their place, and binds them again
 * afterwards.
 */
export function hiding(names: Iterable<string>, { execution, slots, substitution }: Environment, step: Step): Step {
  const { given } = substitution.clock
  const hidden = Array.from(names, (name) => slots.of(name))
  if (!hidden.length) return step
  const { registers } = execution
  return () => {
    const kept = hidden.map((slot) => registers[slot]!)
    for (const slot of hidden) registers[slot] = given.get(slot) ?? 0
    const stop = step()
    for (const [index, slot] of hidden.entries()) registers[slot] = kept[index]!
    return stop
  }
}
