/**
 * An answer as bars: what each is, and how long.
 */
import type { ChartVariables } from '../../query/saved.ts'
import type { Answer } from './answer.ts'
import { numberIn } from './answer.ts'
import type { Column } from './columns.ts'

export interface Bar {
  readonly label: string
  readonly value: number
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** Whether the value is a number of rows, and not one of the answer. */
  readonly isCount: boolean
  /** How many rows have no value: they are no bars of length nought. */
  readonly unknown: number
  /** How many bars more there would be. */
  readonly further: number
}

/** More are no picture any more. */
const most = 30

/** @param columns the answer's, which say how things are called */
export function barsOf(answer: Answer, columns: readonly Column[], { label, value }: ChartVariables): Bars {
  const labels = columns.find(({ name }) => name === label)?.cells.map((cell) => cell?.text) ?? []
  if (value === undefined) {
    const counts = new Map<string, number>()
    for (const text of labels) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
    const bars = Array.from(counts, ([text, count]) => ({ label: text, value: count }))
    bars.sort((one, other) => other.value - one.value)
    const unknown = labels.filter((text) => text === undefined).length
    return { bars: bars.slice(0, most), isCount: true, unknown, further: Math.max(0, bars.length - most) }
  }
  const bars = answer.rows.flatMap((row, index): Bar[] => {
    const number = numberIn(row[value])
    return number === undefined || number < 0 ? [] : [{ label: labels[index] ?? '', value: number }]
  })
  return {
    bars: bars.slice(0, most),
    isCount: false,
    unknown: answer.rows.length - bars.length,
    further: Math.max(0, bars.length - most),
  }
}
