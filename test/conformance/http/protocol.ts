/**
 * SPARQL 1.1 Protocol: the requests of the manifest against `/sparql` (https://www.w3.org/TR/sparql11-protocol/).
 */
import { readDataset } from '../dataset.ts'
import type { TestCase } from '../manifest.ts'
import { failed, type Outcome, passed } from '../outcome.ts'
import type { Library } from '../suites.ts'
import type { Application } from './application.ts'
import { check } from './check.ts'
import { readRequests } from './connection.ts'

/** Runs the requests of one test in order, over the graphs that it names. */
export async function runProtocol(library: Library, application: Application, test: TestCase): Promise<Outcome> {
  await application.load(await readDataset(library, test))
  for (const request of readRequests(test)) {
    const address = application.publicUrl + request.path.replace(/^\/sparql\/?/, 'sparql')
    const wrong = await check(application, address, request)
    if (wrong) return failed(wrong)
  }
  return passed
}
