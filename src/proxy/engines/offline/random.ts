import { createHash } from 'node:crypto'

/** Gives numbers in 0..1, the same ones in the same order for the same seed. */
export type Random = () => number

/** A small generator (mulberry32) started from a text. */
export function seededRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A number from one of two ends to the other. */
export const between = (random: Random, from: number, to: number): number => from + (to - from) * random()
