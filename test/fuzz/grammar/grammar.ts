/** The whole grammar in one table, and the query that it grows from a seed. */
import type { Random } from '../random.ts'
import { builtInRules } from './builtins.ts'
import { expressionRules } from './expressions.ts'
import { formRules } from './forms.ts'
import { Generation, type Rules } from './generation.ts'
import { modifierRules } from './modifiers.ts'
import { pathRules } from './paths.ts'
import { patternRules } from './patterns.ts'
import type { Production } from './productions.ts'
import { termRules } from './terms.ts'
import { triplesRules } from './triples.ts'

export const rules: Rules = {
  ...formRules,
  ...modifierRules,
  ...patternRules,
  ...triplesRules,
  ...pathRules,
  ...expressionRules,
  ...builtInRules,
  ...termRules,
}

export interface GeneratedQuery {
  readonly text: string
  /** The productions of its derivation. */
  readonly used: ReadonlySet<Production>
}

/** A query that follows the grammar and its notes. */
export function generateQuery(random: Random): GeneratedQuery {
  const generation = new Generation(random, rules)
  const text = generation.of('QueryUnit')
  return { text, used: generation.used }
}
