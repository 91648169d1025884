/**
 * Frames come out of the pipe as they went in, wherever it cuts them.
 */
import { expect, test } from 'vitest'
import { FrameReader, frameHeader, frameKinds } from '../../src/query/pool/frames.ts'
import { Random } from '../fuzz/random.ts'

const frame = (kind: (typeof frameKinds)[keyof typeof frameKinds], text: string) => {
  const payload = Buffer.from(text)
  return Buffer.concat([frameHeader(kind, payload.length), payload])
}

function read(pieces: readonly Buffer[]): string[] {
  const heard: string[] = []
  let text = ''
  const tell = (what: string) => {
    if (text) heard.push(`chunk ${text}`)
    text = ''
    heard.push(what)
  }
  const reader = new FrameReader({
    chunk: (bytes) => {
      text += bytes.toString('latin1')
    },
    ending: tell,
  })
  for (const piece of pieces) reader.read(piece)
  return heard
}

test('frames are put together again', () => {
  const whole = Buffer.concat([
    frame(frameKinds.chunk, 'abc'),
    frame(frameKinds.chunk, ''),
    frame(frameKinds.chunk, 'd'.repeat(300)),
    frame(frameKinds.ending, '{"how":"whole"}'),
    frame(frameKinds.ending, '{"how":"longer"}'),
    frame(frameKinds.chunk, 'next'),
    frame(frameKinds.ending, '{"how":"failed"}'),
  ])
  const chunk = `chunk abc${'d'.repeat(300)}`
  const expected = [chunk, '{"how":"whole"}', '{"how":"longer"}', 'chunk next', '{"how":"failed"}']
  expect(read([whole])).toEqual(expected)
  expect(read([...whole].map((byte) => Buffer.from([byte])))).toEqual(expected)
  for (let index = 0; index < 200; index++) {
    const random = new Random(1, index)
    const pieces: Buffer[] = []
    for (let at = 0; at < whole.length; ) {
      const to = at + random.int(1, 40)
      pieces.push(whole.subarray(at, to))
      at = to
    }
    expect(read(pieces)).toEqual(expected)
  }
})
