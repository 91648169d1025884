/**
 * Pages in the other language, and with what they may be asked for, by the standards.
 */
import { variants } from '../../browser/addresses.ts'
import { testStandards } from '../../browser/standards.ts'

testStandards(variants)
