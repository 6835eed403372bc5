const PRIME = 65_521
/** So many bytes can be added up before the sums need more than 30 bits. */
const AT_ONCE = 2048

/** The check of a zlib stream over more bytes, from what it was before them; it starts at 1. */
export function adler32(bytes: Uint8Array, before: number): number {
  let [sum, sums] = [before & 0xffff, before >>> 16]
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    const end = Math.min(bytes.length, start + AT_ONCE)
    for (let at = start; at < end; at++) {
      sum += bytes[at] ?? 0
      sums += sum
    }
    sum %= PRIME
    sums %= PRIME
  }
  return ((sums << 16) | sum) >>> 0
}
