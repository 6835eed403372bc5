/** Pixels of a PNG, as its header has them; null when it has none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const number = (at: number) => bytes.slice(at, at + 4).reduce((sum, byte) => sum * 256 + byte, 0)
  const width = number(16)
  const height = number(20)
  return bytes.length >= 24 && width > 0 && height > 0 ? { width, height } : null
}
