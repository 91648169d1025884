/**
 * What is evaluated by itself must not see what its surroundings have bound (SPARQL 1.2 §18.6: from the bottom up).
 */
import type { Environment, Step } from './execution.ts'

/** A step that runs with these variables unbound, and binds them again afterwards. */
export function hiding(names: Iterable<string>, { execution, slots }: Environment, step: Step): Step {
  const hidden = Array.from(names, (name) => slots.of(name))
  if (!hidden.length) return step
  const { registers } = execution
  return () => {
    const kept = hidden.map((slot) => registers[slot]!)
    for (const slot of hidden) registers[slot] = 0
    const stop = step()
    for (const [index, slot] of hidden.entries()) registers[slot] = kept[index]!
    return stop
  }
}
