import type { Font } from 'fontkit'
import { fontFor, type Weight } from './fonts.ts'
import { el } from './svg.ts'

interface Run {
  font: Font | null
  text: string
}

/** One line of type: its width, and how it is drawn with its baseline at a point. Pixels. */
export interface SetLine {
  width: number
  at: (x: number, baseline: number, fill: string) => string
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

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Letters no file of Inter has are left to the fonts of the machine, each about as wide as it is high. */
function foreign(text: string, size: number, weight: Weight): SetLine {
  return {
    width: [...text].length * size,
    at: (x, y, fill) =>
      el('text', { x, y, fill, 'font-size': size, 'font-weight': weight, 'font-family': 'sans-serif' }, escaped(text)),
  }
}

function shaped(font: Font, text: string, size: number): SetLine {
  const scale = size / font.unitsPerEm
  const { glyphs, positions, advanceWidth } = font.layout(text)
  return {
    width: advanceWidth * scale,
    at: (x, baseline, fill) => {
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

/** Sets one line in Inter, with kerning. */
export function setLine(text: string, size: number, weight: Weight): SetLine {
  const parts = runsOf(text, weight).map(({ font, text: run }) =>
    font ? shaped(font, run, size) : foreign(run, size, weight),
  )
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0),
    at: (x, baseline, fill) => {
      let pen = x
      return parts
        .map((part) => {
          const drawn = part.at(pen, baseline, fill)
          pen += part.width
          return drawn
        })
        .join('')
    },
  }
}
