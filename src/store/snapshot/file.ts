/**
 * A snapshot as one file: what stands in memory, with a header before it.
 *
 *     magic      8 bytes
 *     version    4 bytes, as have the next two
 *     length of the header
 *     CRC-32 of the header
 *     header     JSON: type, length and CRC-32 of every column, which column is which part, and what the writer says of it
 *     columns    one after the other
 *
 * Numbers are in the byte order of the machine, so that columns are read as they are. To a machine of the other order
 * the version is another number, and it refuses the file.
 */
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { type Column, type ColumnType, columnsIn, columnTypes, isColumn, sharedColumn } from './columns.ts'
import { attachSnapshot, type Snapshot, type SnapshotParts } from './snapshot.ts'

const magic = 'cgraph\r\n'
const version = 4
const prologueLength = magic.length + 3 * Uint32Array.BYTES_PER_ELEMENT
/** What is read at once is summed while the processor has it in its cache. */
const bytesAtOnce = 2 ** 20

interface Header {
  readonly columns: readonly {
    readonly type: ColumnType
    readonly length: number
    readonly crc32: number
  }[]
  readonly parts: PartTree
  readonly about: About
}

/** What a writer says of a snapshot for those who find it. */
export type About = Readonly<Record<string, string>>

/** The parts of a snapshot with the number of a column in place of each column. */
type PartTree = number | { readonly [name: string]: PartTree }

/** A file that is no snapshot, or none to be trusted. It can be built again. */
export class SnapshotFileError extends Error {
  constructor(file: string, fault: string) {
    super(`${file} ${fault}`)
    this.name = 'SnapshotFileError'
  }
}

/** Writes beside the place and moves the file there when it is whole: a reader finds the old one or the new one. */
export async function writeSnapshot(snapshot: Snapshot, file: string, about: About = {}): Promise<void> {
  const parts = snapshot.share()
  const columns = columnsIn(parts)
  const temporary = `${file}.${randomUUID()}`
  try {
    {
      await using handle = await open(temporary, 'wx')
      for (const bytes of [...head(parts, columns, about), ...columns.map(bytesOf)]) await handle.writeFile(bytes)
    }
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/**
 * Reads a file into shared memory.
 * @throws SnapshotFileError if it is foreign, of another version, truncated, or damaged in any byte.
 */
export function readSnapshot(file: string): Snapshot {
  using source = new Source(file)
  const header = readHeader(source)
  const length = header.columns.reduce((sum, { type, length }) => sum + length * columnTypes[type].BYTES_PER_ELEMENT, 0)
  if (source.left < length) source.refuse(`is truncated: ${length - source.left} bytes are missing`)
  if (source.left > length) source.refuse(`has ${source.left - length} bytes too many`)
  const columns = header.columns.map(({ type, length, crc32 }, index) => {
    const column = sharedColumn(type, length)
    if (source.read(bytesOf(column)) !== crc32)
      source.refuse(`is damaged: the checksum of column ${index} is not right`)
    return column
  })
  return attachSnapshot(withColumns(header.parts, columns) as unknown as SnapshotParts)
}

/**
 * What the writer of a file has said of it; the columns are not looked at.
 * @throws SnapshotFileError if it is foreign or of another version, or if its header is damaged
 */
export function readAbout(file: string): About {
  using source = new Source(file)
  return readHeader(source).about
}

function head(parts: SnapshotParts, columns: readonly Column[], about: About): readonly Uint8Array[] {
  const header: Header = {
    columns: columns.map((column) => ({
      type: column[Symbol.toStringTag],
      length: column.length,
      crc32: crc32(bytesOf(column)),
    })),
    parts: withNumbers(parts, columns),
    about,
  }
  const text = Buffer.from(JSON.stringify(header))
  return [Buffer.from(magic), bytesOf(Uint32Array.of(version, text.length, crc32(text))), text]
}

function readHeader(source: Source): Header {
  if (source.left < prologueLength) source.refuse('is no snapshot: it is too short')
  const start = Buffer.alloc(magic.length)
  source.read(start)
  if (start.toString('latin1') !== magic) source.refuse('is no snapshot: it begins with other bytes')
  const numbers = new Uint32Array(3)
  source.read(bytesOf(numbers))
  const [itsVersion, length, checksum] = numbers as Iterable<number> as [number, number, number]
  if (itsVersion !== version) source.refuse(`has format version ${itsVersion}, and version ${version} is needed`)
  if (length > source.left) source.refuse('is truncated: it ends before its header does')
  const text = Buffer.alloc(length)
  if (source.read(text) !== checksum) source.refuse('is damaged: the checksum of its header is not right')
  return JSON.parse(text.toString())
}

function withNumbers(part: object, columns: readonly Column[]): PartTree {
  if (isColumn(part)) return columns.indexOf(part)
  return Object.fromEntries(Object.entries(part).map(([name, branch]) => [name, withNumbers(branch, columns)]))
}

function withColumns(tree: PartTree, columns: readonly Column[]): object {
  if (typeof tree === 'number') return columns[tree]!
  return Object.fromEntries(Object.entries(tree).map(([name, branch]) => [name, withColumns(branch, columns)]))
}

function bytesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

/** A file that is read from its start on. */
class Source {
  /** Bytes that are not read yet. */
  left: number
  readonly #file: string
  readonly #descriptor: number

  constructor(file: string) {
    this.#file = file
    this.#descriptor = openSync(file, 'r')
    this.left = fstatSync(this.#descriptor).size
  }

  /** Fills `bytes`, for which enough must be left, and answers their CRC-32. */
  read(bytes: Uint8Array): number {
    let checksum = 0
    for (let at = 0; at < bytes.length; ) {
      const length = readSync(this.#descriptor, bytes, at, Math.min(bytes.length - at, bytesAtOnce), null)
      if (length === 0) this.refuse('became shorter while it was read')
      checksum = crc32(bytes.subarray(at, at + length), checksum)
      at += length
    }
    this.left -= bytes.length
    return checksum
  }

  refuse(fault: string): never {
    throw new SnapshotFileError(this.#file, fault)
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor)
  }
}
