/**
 * The tests that fail, and why that is so. Whatever else fails is a fault, and so is one of these when it passes.
 */

/** By `testId`, the reason. */
export const known: ReadonlyMap<string, string> = new Map()
