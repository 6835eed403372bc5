import type { Colour } from './colour.ts'
import type { Weight } from './fonts.ts'
import type { Box } from './layout.ts'
import { type SetLine, setLine } from './set-line.ts'

interface Line {
  set: SetLine
  size: number
  /** From the top of the block to the baseline. */
  baseline: number
}

function wrap(text: string, size: number, weight: Weight, width: number): SetLine[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      const last = lines.at(-1)
      if (last !== undefined && setLine(`${last} ${word}`, size, weight).width <= width)
        lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines.map((line) => setLine(line, size, weight))
  })
}

/** The first text is the headline; the others follow smaller. */
function block(texts: string[], size: number, width: number): { lines: Line[]; height: number } {
  const lines: Line[] = []
  let height = 0
  texts.forEach((text, i) => {
    const own = i === 0 ? size : size * 0.44
    if (i > 0) height += own * 0.7
    for (const set of wrap(text, own, i === 0 ? 700 : 500, width)) {
      lines.push({ set, size: own, baseline: height + own * 0.86 })
      height += own * (i === 0 ? 1.1 : 1.3)
    }
  })
  return { lines, height }
}

/** Sets texts as large as a box allows, from `largest` pixels down; SVG of real letter outlines. */
export function typeset(texts: string[], box: Box, largest: number, fill: Colour): string {
  const written = texts.filter((text) => text.trim() !== '')
  let size = largest
  let made = block(written, size, box.width)
  const fits = () => made.height <= box.height && made.lines.every((line) => line.set.width <= box.width)
  while (size > 8 && !fits()) {
    size *= 0.92
    made = block(written, size, box.width)
  }
  const top = box.y + (box.height - made.height) / 2
  return made.lines.map((line) => line.set.at(box.x, top + line.baseline, fill)).join('')
}
