/**
 * What the notes of the grammar forbid (SPARQL 1.2 Query §19.8) and the parser does not look for.
 */

interface SyntaxNode {
  readonly [member: string]: unknown
}

interface Named {
  readonly subType?: string
  readonly value?: string
  readonly variable?: { readonly value: string }
}

/**
 * A sentence about the first fault in a syntax tree: a variable that VALUES names twice, or that SELECT gives a value
 * though GROUP BY has given it one.
 */
export function scopeFault(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const own = Array.isArray(node) ? undefined : (valuesFault(node as SyntaxNode) ?? projectionFault(node as SyntaxNode))
  if (own) return own
  for (const member of Object.values(node)) {
    const fault = scopeFault(member)
    if (fault) return fault
  }
  return undefined
}

function valuesFault({ subType, variables }: SyntaxNode): string | undefined {
  if (subType !== 'values' || !Array.isArray(variables)) return undefined
  const names = (variables as Named[]).map(({ value }) => value)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  return twice && `VALUES names ?${twice} twice.`
}

function projectionFault({ type, subType, variables, solutionModifiers }: SyntaxNode): string | undefined {
  if (type !== 'query' || subType !== 'select' || !Array.isArray(variables)) return undefined
  const { group } = (solutionModifiers ?? {}) as { group?: { groupings?: readonly Named[] } }
  const keys = (group?.groupings ?? []).map((key) => (key.subType === 'variable' ? key.value : key.variable?.value))
  const again = (variables as Named[]).find((item) => item.subType === 'bind' && keys.includes(item.variable?.value))
  return again && `?${again.variable?.value} has its value from GROUP BY already.`
}
