/**
 * Short texts put together to pieces that are worth being sent.
 */

const pieceLength = 2 ** 16

export function* inPieces(texts: Iterable<string>): Generator<string, void> {
  let piece = ''
  for (const text of texts) {
    piece += text
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece) yield piece
}
