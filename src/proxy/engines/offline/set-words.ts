import { setImmediate as breathe } from 'node:timers/promises'
import type { Weight } from './fonts.ts'
import { type SetLine, setLine } from './set-line.ts'

/** A part of a line that is never broken. */
export interface Word {
  set: SetLine
  /** The distance to a word before it on the same line, at size 1. */
  gap: number
}

/** Whatever a text can start a new line with. */
const NEW_LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/
/** Characters. Longer words, and scripts that write without spaces, break after every few. */
const LONGEST_WORD = 24
const PIECE = 6

const AT_ONCE = 50

function piecesOf(word: string): string[] {
  const characters = [...word]
  if (characters.length <= LONGEST_WORD) return [word]
  const starts = Array.from({ length: Math.ceil(characters.length / PIECE) }, (_, i) => i * PIECE)
  return starts.map((start) => characters.slice(start, start + PIECE).join(''))
}

/** The words of each line a text has by itself. Each is shaped once; long texts let others work in between. */
export async function setWords(text: string, weight: Weight): Promise<Word[][]> {
  const space = setLine(' ', weight).width
  const known = new Map<string, SetLine>()
  const lines: Word[][] = []
  for (const line of text.split(NEW_LINE)) {
    const words: Word[] = []
    for (const word of line.split(/[ \t]+/).filter((part) => part !== '')) {
      for (const [i, piece] of piecesOf(word).entries()) {
        const set = known.get(piece) ?? setLine(piece, weight)
        known.set(piece, set)
        words.push({ set, gap: i === 0 ? space : 0 })
        if (known.size % AT_ONCE === 0) await breathe()
      }
    }
    lines.push(words)
  }
  return lines
}
