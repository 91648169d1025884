/** The planet as a file that every peer loads. */
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { planetLines } from './quads.ts'
import { type Planet, planetOf } from './size.ts'

export interface PlanetFile {
  readonly planet: Planet
  readonly file: string
  readonly quads: number
  readonly bytes: number
}

/** Writes it, line by line, so that its size is the disk's matter only. */
export async function writePlanet(size: number, file: string): Promise<PlanetFile> {
  const planet = planetOf(size)
  await mkdir(dirname(file), { recursive: true })
  let [quads, bytes] = [0, 0]
  function* pieces() {
    for (const lines of planetLines(planet)) {
      const piece = Buffer.from(lines)
      quads += lines.split('\n').length - 1
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file))
  return { planet, file, quads, bytes }
}
