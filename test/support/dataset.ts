/**
 * The graph that the project ships, loaded once a process of tests.
 */
import { resolve } from 'node:path'
import { createConfig } from '../../src/config.ts'
import { loadDataset } from '../../src/dataset/load.ts'

export const root = resolve(import.meta.dirname, '../..')
export const baseIri = 'https://commons.example/'
export const config = createConfig({ PUBLIC_URL: baseIri, LOG_LEVEL: 'silent' })
export const dataset = await loadDataset(config)
