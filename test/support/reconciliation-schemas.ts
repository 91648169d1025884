/**
 * The JSON schemas and examples of the Reconciliation Service API 0.2. They are never part of the project:
 * `RECONCILIATION_DIR` names their folder, which else is `shared/conformance/reconciliation-0.2` beside the checkout.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { default as formats } from 'ajv-formats'
import { root } from './dataset.ts'

const folder = process.env.RECONCILIATION_DIR || join(root, '../shared/conformance/reconciliation-0.2')

/** The name of each schema and the validator of it; undefined if there are none. */
export const schemas: Readonly<Record<string, ValidateFunction>> | undefined = existsSync(join(folder, 'schemas'))
  ? compile()
  : undefined

if (!schemas) console.warn(`\n*** No ${folder}: answers of /reconcile are NOT VALIDATED. Set RECONCILIATION_DIR ***\n`)

/** The examples of a schema. */
export function examples(
  schema: string,
  kind: 'valid' | 'invalid',
): readonly (readonly [name: string, text: string])[] {
  const path = join(folder, 'examples', schema, kind)
  return readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')] as const)
}

function compile(): Record<string, ValidateFunction> {
  // They name a meta-schema that is of no draft.
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true })
  formats.default(ajv)
  const names = readdirSync(join(folder, 'schemas')).map((file) => file.replace('.json', ''))
  const ids = names.map((name) => {
    const { $schema: _, ...schema } = JSON.parse(readFileSync(join(folder, 'schemas', `${name}.json`), 'utf8'))
    ajv.addSchema(schema)
    return [name, schema.$id as string] as const
  })
  return Object.fromEntries(
    ids.filter(([name]) => name !== 'openapi').map(([name, id]) => [name, ajv.getSchema(id)!] as const),
  )
}
