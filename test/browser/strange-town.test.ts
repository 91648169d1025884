/**
 * Each kind of page where the data means harm; with things that are odd in other ways in `test/real/pages`.
 */
import { amongStrangers, ofStranger } from './addresses.ts'
import { testStrangers } from './strange-town.ts'

testStrangers([...ofStranger('hostile'), ...amongStrangers])
