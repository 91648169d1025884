/**
 * A saved query as pages list it, in one language.
 */
import { type QueryGroup, queryGroups, type SavedQuery } from '../../query/saved.ts'
import type { Language } from '../../representation/negotiate.ts'

export interface Question {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly group: QueryGroup
  /** Other SPARQL endpoints that it asks. */
  readonly endpoints: readonly string[]
}

export function questionOf({ name, title, description, group, query }: SavedQuery, language: Language): Question {
  return { name, title: title[language], description: description[language], group, endpoints: query.endpoints }
}

/** By what they ask about; groups that have none are left out. */
export function grouped(questions: readonly Question[]): readonly (readonly [QueryGroup, readonly Question[]])[] {
  const groups = Map.groupBy(questions, ({ group }) => group)
  return queryGroups.flatMap((group) => {
    const found = groups.get(group)
    return found ? [[group, found] as const] : []
  })
}
