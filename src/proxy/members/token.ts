import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const TOKEN_BYTES = 32

/** A new member token: 256 random bits. */
export const newToken = (): string => `fw_${randomBytes(TOKEN_BYTES).toString('base64url')}`

/** What the database keeps of a token. A token is random, so a plain hash cannot be reversed by guessing. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Compares two hashes in a time that does not depend on where they differ. */
export function sameHash(one: string, other: string): boolean {
  const left = Buffer.from(one, 'hex')
  const right = Buffer.from(other, 'hex')
  return left.length === right.length && timingSafeEqual(left, right)
}
