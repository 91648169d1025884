/**
 * Every page of the strange town, with each of its odd things, and the answers to all saved queries; by the standards too.
 */
import { readdirSync } from 'node:fs'
import { amongStrangers, ofStranger } from '../../browser/addresses.ts'
import { testStandards } from '../../browser/standards.ts'
import { testStrangers } from '../../browser/strange-town.ts'
import { config } from '../../support/dataset.ts'
import { strangers, strangeTown } from '../../support/strange-town.ts'

const queries = readdirSync(config.queriesDir)
  .filter((file) => file.endsWith('.rq'))
  .map((file) => `/queries/${file.slice(0, -'.rq'.length)}`)
const others = strangers.filter((slug) => slug !== 'hostile').flatMap(ofStranger)

testStrangers([
  ...others,
  ...queries,
  '/?lang=en',
  '/page/hostile?asOf=2020-01-01&lang=en',
  '/graph/derived',
  '/sparql',
])
testStandards([...ofStranger('hostile'), ...ofStranger('nameless'), ...amongStrangers], await strangeTown())
