import type { NodeModel } from '../figma/node-model.ts'
import { breakLines, type TextLine } from './break-lines.ts'
import { cssColor } from './paint-style.ts'

/** Inter's own metrics, as parts of the font size. */
const ascent = 0.96875
const descent = 0.2412

const cases: Record<NodeModel['textCase'], (text: string) => string> = {
  ORIGINAL: (text) => text,
  UPPER: (text) => text.toUpperCase(),
  LOWER: (text) => text.toLowerCase(),
  TITLE: (text) => text.replace(/(^|\s)\S/g, (start) => start.toUpperCase()),
}

const across = { LEFT: 0, JUSTIFIED: 0, CENTER: 0.5, RIGHT: 1 }
const down = { TOP: 0, CENTER: 0.5, BOTTOM: 1 }

function solidColor(paints: readonly Paint[]): string {
  const paint = paints.findLast((candidate) => candidate.type === 'SOLID' && candidate.visible !== false)
  return paint?.type === 'SOLID' ? cssColor(paint.color, paint.opacity ?? 1) : 'transparent'
}

interface Run {
  readonly text: string
  readonly color: string | null
}

/** The stretches of a line that have one colour. */
function runsOf(node: NodeModel, text: string, line: TextLine): Run[] {
  if (!node.segments) return [{ text: text.slice(line.start, line.end), color: null }]
  return node.segments.flatMap((segment) => {
    const start = Math.max(line.start, segment.start)
    const end = Math.min(line.end, segment.end)
    return end > start ? [{ text: text.slice(start, end), color: solidColor(segment.fills) }] : []
  })
}

function prepare(context: CanvasRenderingContext2D, node: NodeModel): void {
  context.font = `${node.fontWeight} ${node.fontSize}px ${node.fontFamily}, Inter, sans-serif`
  context.letterSpacing = `${node.letterSpacing}px`
  context.textRendering = 'geometricPrecision'
  context.textBaseline = 'alphabetic'
  context.textAlign = 'left'
}

/** The lines of a text as it is shown, and their height in units. */
function layOut(context: CanvasRenderingContext2D, node: NodeModel) {
  prepare(context, node)
  const text = cases[node.textCase](node.characters)
  const measure = (part: string) => context.measureText(part).width
  const wraps = node.textAutoResize !== 'WIDTH_AND_HEIGHT'
  const lines = breakLines(text, wraps ? node.width + 0.01 : Number.POSITIVE_INFINITY, measure)
  return { text, measure, lines, lineHeight: node.lineHeight ?? node.fontSize * (ascent + descent) }
}

/** The size a text takes: its longest line (or the width it wraps at) by all of its lines. */
export function textSize(context: CanvasRenderingContext2D, node: NodeModel): { width: number; height: number } {
  context.save()
  const { text, measure, lines, lineHeight } = layOut(context, node)
  const widest = Math.max(0, ...lines.map((line) => measure(text.slice(line.start, line.end))))
  context.restore()
  const width = node.textAutoResize === 'WIDTH_AND_HEIGHT' ? Math.ceil(widest) : node.width
  return { width, height: Math.ceil(lines.length * lineHeight) }
}

/** Fills the text of a node in its own space. Segments bring their own colours, unless one is forced. */
export function drawText(context: CanvasRenderingContext2D, node: NodeModel, color: string, forced = false): void {
  context.save()
  const { text, measure, lines, lineHeight } = layOut(context, node)
  const top = (node.height - lines.length * lineHeight) * down[node.textAlignVertical]
  for (const [index, line] of lines.entries()) {
    const slack = node.width - measure(text.slice(line.start, line.end))
    let x = slack * across[node.textAlignHorizontal]
    const middle = top + (index + 0.5) * lineHeight
    const baseline = middle + ((ascent - descent) * node.fontSize) / 2
    for (const run of runsOf(node, text, line)) {
      context.fillStyle = forced ? color : (run.color ?? color)
      context.fillText(run.text, x, baseline)
      x += measure(run.text)
    }
  }
  context.restore()
}
