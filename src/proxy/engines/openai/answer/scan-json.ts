import { AppError } from '#domain/app-error.ts'
import { type Base64Value, readBase64Value } from './base64-value.ts'
import type { ByteWindow } from './byte-window.ts'

const KEY = Buffer.from('b64_json')
const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a]

/** Without its pictures an answer is a few hundred bytes. */
const MAX_REST = 1024 * 1024

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/**
 * Reads JSON and cuts the pictures out as they pass: the string value of every key `b64_json` goes to `onPicture`, with the
 * JSON before it, and what that returns takes its place. Returns the rest, not yet parsed. Throws AppError
 * `upstream_bad_answer` when the rest is too long, SyntaxError when the JSON ends inside a picture, and whatever the source
 * or `onPicture` throws.
 */
export async function scanJson(
  source: ByteWindow,
  onPicture: (value: Base64Value, before: () => string) => Promise<string>,
): Promise<string> {
  const rest: Buffer[] = []
  let length = 0
  const keep = (bytes: Buffer): void => {
    length += bytes.length
    if (length > MAX_REST) throw new AppError('upstream_bad_answer')
    rest.push(bytes)
  }
  const find = createFinder()
  for (;;) {
    if (source.at === source.chunk.length && !(await source.next())) return Buffer.concat(rest).toString()
    const { chunk, at } = source
    const start = find(chunk, at)
    const end = start === -1 ? chunk.length : start
    // A copy: a few bytes must not hold on to a chunk.
    keep(Buffer.from(chunk.subarray(at, end)))
    source.at = end
    if (start === -1) continue
    const value = readBase64Value(source)
    const instead = await onPicture(value, () => Buffer.concat(rest).toString())
    await value.skip()
    keep(Buffer.from(`${instead}"`))
  }
}

/** Looks through JSON, chunk by chunk, for the values to cut out. The answer is the index after an opening quote, or -1. */
function createFinder(): (chunk: Buffer, from: number) => number {
  let inString = false
  let escaped = false
  /** How much of the key the current string is; -1 when it is another string. */
  let same = 0
  /** What came last outside strings: the key, or the key and its colon. */
  let after: 'key' | 'colon' | null = null
  function inside(byte: number): void {
    if (escaped) escaped = false
    else if (byte === QUOTE) {
      inString = false
      after = same === KEY.length ? 'key' : null
    } else {
      escaped = byte === BACKSLASH
      same = same >= 0 && byte === KEY[same] ? same + 1 : -1
    }
  }
  return (chunk, from) => {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (inString) inside(byte)
      else if (byte === QUOTE) {
        if (after === 'colon') {
          after = null
          return at + 1
        }
        inString = true
        same = 0
        after = null
      } else if (!isSpace(byte)) after = after === 'key' && byte === COLON ? 'colon' : null
    }
    return -1
  }
}
