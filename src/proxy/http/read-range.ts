/** The part of a file that was asked for; both ends belong to it. `unsatisfiable` when no byte of the file does. */
export type AskedRange = { from: number; to: number } | 'unsatisfiable' | null

const SINGLE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * Reads `Range`, RFC 9110 section 14. Null for the whole file: no header, several ranges, what cannot be read, and a
 * range that holds only for another version of the file (`If-Range`).
 */
export function readRange(
  header: string | undefined,
  ifRange: string | undefined,
  etag: string,
  size: number,
): AskedRange {
  const [, first, last] = SINGLE.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return null
  if (ifRange !== undefined && ifRange !== etag) return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from >= size ? 'unsatisfiable' : { from, to }
}
