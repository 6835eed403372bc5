/** Bytes that are all there, for a reader of a stream. */
export async function* onePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes
}
