/** Tokens the API adds around every prompt. */
const OVERHEAD = 6

/**
 * Cuts text as the model's tokenizer does before it looks for tokens: words with the space or sign in front of them
 * (also cut where a lower-case letter meets a capital), digits in threes, runs of signs, line ends, other white space.
 */
const PIECE =
  /[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'(?:s|t|re|ve|m|ll|d))?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu

const ENGLISH = new Set(
  'a an and are as at be but by do for from has have in into is it its no not of on only or so that the their them this to with'.split(
    ' ',
  ),
)
/** From this share of the words above on, text counts as English through and through. */
const ENGLISH_SHARE = 0.22

/** Tokens per character, by script; the first row that matches counts. */
const SCRIPTS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/i, 0],
  [/\p{Script=Latin}/u, 1.25],
  [/\p{Script=Cyrillic}/u, 0.42],
  [/\p{Script=Han}/u, 1.28],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 0.85],
  [/\p{Script=Hangul}/u, 0.95],
  [/\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Thai}/u, 0.5],
  [/\p{L}|\p{M}/u, 0.55],
]

const SIGN_RUN = /(.)\1*/gsu

/**
 * How many tokens a prompt is billed as, without a tokenizer: an estimate that leans high (about 5 to 15 % for
 * English), so that a reservation covers the bill. A unit test holds it against the real tokenizer.
 */
export function textTokens(text: string): number {
  const pieces = text.match(PIECE) ?? []
  const words = pieces.filter((piece) => /\p{L}/u.test(piece))
  const common = words.filter((word) => ENGLISH.has(word.trim().toLowerCase())).length
  const foreign = words.filter((word) => /[^\p{ASCII}’]/u.test(word)).length
  const english = Math.min(1, Math.max(0, common - foreign) / Math.max(1, words.length) / ENGLISH_SHARE)
  const tokens = pieces.reduce((sum, piece) => sum + pieceTokens(piece, english), 0)
  return Math.ceil(tokens) + OVERHEAD
}

function pieceTokens(piece: string, english: number): number {
  if (/\p{L}/u.test(piece)) return wordTokens(piece, english)
  if (/\p{N}/u.test(piece)) return /^\d+$/.test(piece) ? 1 : piece.length
  if (/^\s+$/.test(piece)) return 1
  return signTokens(piece)
}

/** @param english 0..1: how sure it is that the words are English, whose longer words are single tokens. */
function wordTokens(piece: string, english: number): number {
  const plain = (piece.match(/[a-z]/gi) ?? []).length
  const capitals = (piece.match(/[A-Z]/g) ?? []).length
  const sign = /^[\s\p{L}\p{M}]/u.test(piece) ? 0 : 0.5
  const foreign = [...piece].reduce((sum, letter) => sum + letterTokens(letter), 0)
  const known = plain <= 9 ? 1.05 : 1.05 + (plain - 9) * 0.2
  const unknown = capitals > 1 ? plain / (capitals === plain ? 2.4 : 1.6) : 1.15 + Math.max(0, plain - 4) * 0.36
  const latin = plain === 0 ? 0 : english * known + (1 - english) * unknown
  return Math.max(1, latin + foreign) + jamTokens(piece) + sign
}

/** Letters that no word puts together are cut short: three or more consonants in a row. */
function jamTokens(piece: string): number {
  const jams = piece.match(/[bcdfghjklmnpqrstvwxz]{3,}/gi) ?? []
  return jams.reduce((sum, jam) => sum + (jam.length - 2) * 0.4, 0)
}

function letterTokens(letter: string): number {
  return SCRIPTS.find(([script]) => script.test(letter))?.[1] ?? 0
}

function signTokens(piece: string): number {
  const runs = piece.trimStart().match(SIGN_RUN) ?? []
  return Math.max(
    1,
    runs.reduce((sum, run) => sum + runTokens(run), 0),
  )
}

function runTokens(run: string): number {
  const code = run.codePointAt(0) ?? 0
  if (code < 0x80) return 0.65 + run.length / 12
  return code < 0x10000 ? run.length * 2 : run.length * 1.3
}
