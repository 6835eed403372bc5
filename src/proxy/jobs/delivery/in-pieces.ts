const PIECE = 1024 * 1024

/** Bytes that are all there, piece by piece: whoever checks and hashes them lets others work in between. */
export async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE)
}
