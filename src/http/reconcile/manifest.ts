/**
 * The manifest of the reconciliation service (Reconciliation Service API 0.2 §4.1): what it offers, and where.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prefixes } from '../../rdf/namespaces.ts'
import type { Reconciliation } from '../../reconciliation/reconciliation.ts'
import type { Bases } from '../../representation/addresses.ts'
import type { Language } from '../../representation/negotiate.ts'
import { batchSize } from './parameters.ts'

const program = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8'))

export interface ManifestFacts extends Bases {
  /** What the dataset is called. */
  readonly name: string
  readonly language: Language
  /** The language that the address of the manifest names: other addresses name it too. */
  readonly named: string | undefined
  readonly defaultTypes: ReturnType<Reconciliation['types']['defaults']>
}

export function manifest({ name, baseIri, publicUrl, language, named, defaultTypes }: ManifestFacts) {
  const root = publicUrl.slice(0, -1)
  const [inPath, inLanguage] = named === undefined ? ['', ''] : [`/${language}`, `&lang=${language}`]
  const words = settings[language]
  const suggest = (what: string) => ({
    service_url: root,
    service_path: `/reconcile${inPath}/suggest/${what}`,
    flyout_service_path: `/reconcile/flyout/${what}?id=\${id}${inLanguage}`,
  })
  return {
    versions: ['0.2'],
    name,
    identifierSpace: `${baseIri}id/`,
    schemaSpace: prefixes.cg,
    documentation: `${publicUrl}dataset`,
    serviceVersion: program.version,
    defaultTypes,
    view: { url: `${publicUrl}id/{{id}}` },
    preview: { url: `${publicUrl}reconcile/preview?id={{id}}${inLanguage}`, width: 440, height: 320 },
    suggest: { entity: suggest('entity'), property: suggest('property'), type: suggest('type') },
    extend: {
      propose_properties: { service_url: root, service_path: `/reconcile${inPath}/properties` },
      property_settings: [
        { name: 'limit', type: 'number', default: 0, label: words.limit, help_text: words.limitHelp },
        {
          name: 'content',
          type: 'select',
          default: 'literal',
          label: words.content,
          help_text: words.contentHelp,
          choices: [
            { value: 'literal', name: words.name },
            { value: 'id', name: words.iri },
          ],
        },
      ],
    },
    batchSize,
  }
}

/** What the settings of data extension are called (§8.1). */
const settings = {
  fr: {
    limit: 'Limite',
    limitHelp: 'Combien de valeurs par ligne au plus (0\u00a0: toutes)',
    content: 'Contenu',
    contentHelp: 'Ce qui est dit d’une chose\u00a0: son nom, ou son IRI',
    name: 'Nom',
    iri: 'IRI',
  },
  en: {
    limit: 'Limit',
    limitHelp: 'How many values a row at most (0 for all)',
    content: 'Content',
    contentHelp: 'What is told of a thing: its name, or its IRI',
    name: 'Name',
    iri: 'IRI',
  },
} as const satisfies Readonly<Record<Language, unknown>>
