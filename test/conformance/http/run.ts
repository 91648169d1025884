/**
 * The tests of HTTP itself: protocol, graph store, service description.
 */
import type { TestCase } from '../manifest.ts'
import { attempt, type Outcome, skipOf, skipped } from '../outcome.ts'
import type { Library } from '../suites.ts'
import type { Application } from './application.ts'
import { runGraphStore } from './graph-store.ts'
import { runProtocol } from './protocol.ts'
import { runServiceDescription } from './service-description.ts'

/** @returns undefined for a test that is not of HTTP, which `in-process.ts` runs */
export async function runHttp(
  library: Library,
  application: Application,
  test: TestCase,
): Promise<Outcome | undefined> {
  const skip = skipOf(test)
  switch (test.type) {
    case 'ProtocolTest':
      return skip ? skipped(skip) : attempt(() => runProtocol(library, application, test))
    case 'GraphStoreProtocolTest':
      return attempt(() => runGraphStore(application, test))
    case 'ServiceDescriptionTest':
      return attempt(() => runServiceDescription(application, test))
    default:
      return undefined
  }
}
