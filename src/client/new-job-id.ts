const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LENGTH = 22

/**
 * An id no other job has: 22 letters, 132 random bits. Figma's plugin window is not a secure context, so it has no
 * `crypto.randomUUID`.
 */
export function newJobId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte & 63]).join('')
}
