/**
 * Each kind of page by the standards; in both languages, and with what it may be asked for, in `test/real/pages`.
 */
import { addresses } from './addresses.ts'
import { testStandards } from './standards.ts'

testStandards(addresses)
