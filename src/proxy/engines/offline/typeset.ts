import { setImmediate as breathe } from 'node:timers/promises'
import type { Box } from './box.ts'
import type { Colour } from './colour.ts'
import { setWords, type Word } from './set-words.ts'

const SMALLEST = 8
const SHRINK = 0.92

/** How a text is set, by its place: the first is the headline, the others follow smaller. Shares of a size. */
const HEADLINE = { weight: 700, size: 1, before: 0, lineHeight: 1.1 } as const
const FOLLOWING = { weight: 500, size: 0.44, before: 0.7, lineHeight: 1.3 } as const

type Style = typeof HEADLINE | typeof FOLLOWING

interface Text {
  style: Style
  lines: Word[][]
}

interface Line {
  words: Word[]
  width: number
  size: number
  /** From the top of the block to the baseline. */
  baseline: number
}

interface Block {
  lines: Line[]
  height: number
}

/** Lines at most `width` wide, unless a single word is wider; all at size 1. */
function wrap(words: Word[], width: number): { words: Word[]; width: number }[] {
  const lines: { words: Word[]; width: number }[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const longer = (last?.width ?? 0) + word.gap + word.set.width
    if (last && longer <= width) {
      last.words.push(word)
      last.width = longer
    } else lines.push({ words: [word], width: word.set.width })
  }
  return lines
}

function block(texts: Text[], size: number, width: number): Block {
  const lines: Line[] = []
  let height = 0
  for (const { style, lines: given } of texts) {
    const own = size * style.size
    height += own * style.before
    for (const line of given.flatMap((words) => wrap(words, width / own))) {
      lines.push({ words: line.words, width: line.width * own, size: own, baseline: height + own * 0.86 })
      height += own * style.lineHeight
    }
  }
  return { lines, height }
}

function draw({ words, size }: Line, x: number, baseline: number, fill: Colour): string {
  let pen = x
  const drawn = words.map(({ set, gap }, i) => {
    if (i > 0) pen += gap * size
    const letters = set.at(pen, baseline, size, fill)
    pen += set.width * size
    return letters
  })
  return drawn.join('')
}

/**
 * Sets texts as large as a box allows, from `largest` pixels down; SVG of real letter outlines. Where even the smallest
 * type is too large, the lines that fit are drawn.
 */
export async function typeset(texts: string[], box: Box, largest: number, fill: Colour): Promise<string> {
  const written = texts.filter((text) => text.trim() !== '')
  const set: Text[] = []
  for (const [i, text] of written.entries()) {
    const style = i === 0 ? HEADLINE : FOLLOWING
    set.push({ style, lines: await setWords(text, style.weight) })
  }
  let size = largest
  let made = block(set, size, box.width)
  const fits = () => made.height <= box.height && made.lines.every((line) => line.width <= box.width)
  while (size > SMALLEST && !fits()) {
    size *= SHRINK
    made = block(set, size, box.width)
    await breathe()
  }
  const top = box.y + Math.max(0, box.height - made.height) / 2
  const inside = made.lines.filter((line) => line.baseline <= box.height)
  return inside.map((line) => draw(line, box.x, top + line.baseline, fill)).join('')
}
