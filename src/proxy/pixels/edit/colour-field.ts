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
    const share = (start + 0.5) / cell - 0.5 - column
    for (let channel = 0; channel < 3; channel++) {
      const step = (line[right + channel] ?? 0) - (line[left + channel] ?? 0)
      let value = (line[left + channel] ?? 0) + step * share
      for (let at = start * 3 + channel; at < end * 3; at += 3, value += step / cell) into[at] = value
    }
  }
}

/** The field across the middle of a row of pixels: three numbers a column. */
function lineAt({ values, columns, rows, cell }: ColourField, y: number): Float32Array {
  const down = Math.max(0, Math.min(rows - 1, (y + 0.5) / cell - 0.5))
  const row = Math.floor(down)
  const above = row * columns * 3
  const below = Math.min(rows - 1, row + 1) * columns * 3
  return Float32Array.from({ length: columns * 3 }, (_, at) =>
    mix(values[above + at] ?? 0, values[below + at] ?? 0, down - row),
  )
}

const mix = (from: number, to: number, share: number): number => from + (to - from) * share
