/** A colour to add at each place of an area: three numbers a cell, smooth between the middles of cells. */
export interface ColourField {
  /** Red, green, blue, in levels of 255. */
  values: Float32Array
  columns: number
  rows: number
  /** Pixels a cell is wide and high. */
  cell: number
}

/** The three numbers at a point of the area, in pixels. */
export function colourAt(field: ColourField, x: number, y: number): [number, number, number] {
  const { values, columns, rows, cell } = field
  const across = Math.max(0, Math.min(columns - 1, x / cell - 0.5))
  const down = Math.max(0, Math.min(rows - 1, y / cell - 0.5))
  const [column, row] = [Math.floor(across), Math.floor(down)]
  const right = Math.min(columns - 1, column + 1)
  const [above, below] = [row * columns, Math.min(rows - 1, row + 1) * columns]
  const channel = (one: number): number => {
    const top = mix(values[(above + column) * 3 + one] ?? 0, values[(above + right) * 3 + one] ?? 0, across - column)
    const bottom = mix(values[(below + column) * 3 + one] ?? 0, values[(below + right) * 3 + one] ?? 0, across - column)
    return mix(top, bottom, down - row)
  }
  return [channel(0), channel(1), channel(2)]
}

/** Writes what a row of pixels gets, three numbers a pixel. */
export function colourRow(field: ColourField, y: number, into: Float32Array): void {
  const { columns, cell } = field
  const line = lineAt(field, y)
  const width = into.length / 3
  for (let column = -1; column < columns; column++) {
    const start = column < 0 ? 0 : Math.ceil((column + 0.5) * cell - 0.5)
    const end = column === columns - 1 ? width : Math.min(width, Math.ceil((column + 1.5) * cell - 0.5))
    const [left, right] = [Math.max(0, column) * 3, Math.min(columns - 1, column + 1) * 3]
    const past = start + 0.5 - (column + 0.5) * cell
    let [red, green, blue] = [line[left] ?? 0, line[left + 1] ?? 0, line[left + 2] ?? 0]
    const redStep = ((line[right] ?? 0) - red) / cell
    const greenStep = ((line[right + 1] ?? 0) - green) / cell
    const blueStep = ((line[right + 2] ?? 0) - blue) / cell
    red += redStep * past
    green += greenStep * past
    blue += blueStep * past
    for (let to = start * 3; to < end * 3; to += 3) {
      into[to] = red
      into[to + 1] = green
      into[to + 2] = blue
      red += redStep
      green += greenStep
      blue += blueStep
    }
  }
}

/** The field across the middle of a row of pixels: three numbers a column. */
function lineAt({ values, columns, rows, cell }: ColourField, y: number): Float32Array {
  const down = Math.max(0, Math.min(rows - 1, (y + 0.5) / cell - 0.5))
  const row = Math.floor(down)
  const above = row * columns * 3
  const below = Math.min(rows - 1, row + 1) * columns * 3
  const line = new Float32Array(columns * 3)
  for (let at = 0; at < line.length; at++) line[at] = mix(values[above + at] ?? 0, values[below + at] ?? 0, down - row)
  return line
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share
