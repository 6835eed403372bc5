import type { Font } from 'fontkit'
import { fontFor, type Weight } from './fonts.ts'
import { el } from './svg.ts'

interface Run {
  font: Font | null
  text: string
}

/** One line of type, shaped once and drawn at any size. */
export interface SetLine {
  /** At size 1. */
  width: number
  /** SVG with the baseline at a point. Pixels. */
  at: (x: number, baseline: number, size: number, fill: string) => string
}

function runsOf(text: string, weight: Weight): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const font = last?.font && character === ' ' ? last.font : fontFor(character, weight)
    if (last && last.font === font) last.text += character
    else runs.push({ font, text: character })
  }
  return runs
}

/** What no XML file may hold, not even escaped: most control characters, halves of characters, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Letters no file of Inter has are left to the fonts of the machine, each about as wide as it is high. */
function foreign(text: string, weight: Weight): SetLine {
  return {
    width: [...text].length,
    at: (x, y, size, fill) =>
      el('text', { x, y, fill, 'font-size': size, 'font-weight': weight, 'font-family': 'sans-serif' }, escaped(text)),
  }
}

function shaped(font: Font, text: string): SetLine {
  const { glyphs, positions, advanceWidth } = font.layout(text)
  return {
    width: advanceWidth / font.unitsPerEm,
    at: (x, baseline, size, fill) => {
      const scale = size / font.unitsPerEm
      let pen = 0
      const letters = glyphs.map((glyph, i) => {
        const drawn = el('path', { d: glyph.path.toSVG(), transform: `translate(${pen} 0)` })
        pen += positions[i]?.xAdvance ?? glyph.advanceWidth
        return drawn
      })
      return el('g', { fill, transform: `translate(${x} ${baseline}) scale(${scale} ${-scale})` }, letters.join(''))
    },
  }
}

/** Sets one line in Inter, with kerning. What cannot be drawn becomes a space. */
export function setLine(text: string, weight: Weight): SetLine {
  const parts = runsOf(text.replaceAll(FORBIDDEN, ' '), weight).map(({ font, text: run }) =>
    font ? shaped(font, run) : foreign(run, weight),
  )
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0),
    at: (x, baseline, size, fill) => {
      let pen = x
      return parts
        .map((part) => {
          const drawn = part.at(pen, baseline, size, fill)
          pen += part.width * size
          return drawn
        })
        .join('')
    },
  }
}
