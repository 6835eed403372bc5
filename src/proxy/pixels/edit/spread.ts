/** Three numbers a cell that are known as far as their weight says, 0..1. */
export interface Known {
  values: Float32Array
  weights: Float32Array
  columns: number
  rows: number
}

/**
 * Gives every cell a value: its own as far as it is known, for the rest what its surroundings say, the wider the less is known.
 * Halves the grid until one cell is left and fills it from there.
 */
export function spread(known: Known): Float32Array {
  const { values, weights, columns, rows } = known
  if (columns === 1 && rows === 1) return values
  const half = halved(known)
  const wide = spread(half)
  const out = new Float32Array(values.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const weight = weights[cell] ?? 0
      for (let channel = 0; channel < 3; channel++) {
        const own = values[cell * 3 + channel] ?? 0
        out[cell * 3 + channel] = weight * own + (1 - weight) * between(wide, half, { column, row, channel })
      }
    }
  }
  return out
}

/** Two by two cells become one: their values by weight, their weights added up to 1 at most. */
function halved({ values, weights, columns, rows }: Known): Known {
  const [across, down] = [Math.ceil(columns / 2), Math.ceil(rows / 2)]
  const half = {
    columns: across,
    rows: down,
    values: new Float32Array(across * down * 3),
    weights: new Float32Array(across * down),
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column
      const to = (row >> 1) * across + (column >> 1)
      const weight = weights[cell] ?? 0
      half.weights[to] = (half.weights[to] ?? 0) + weight
      for (let channel = 0; channel < 3; channel++) {
        const at = to * 3 + channel
        half.values[at] = (half.values[at] ?? 0) + weight * (values[cell * 3 + channel] ?? 0)
      }
    }
  }
  half.weights.forEach((weight, cell) => {
    for (let channel = 0; channel < 3; channel++) {
      const at = cell * 3 + channel
      half.values[at] = weight > 0 ? (half.values[at] ?? 0) / weight : 0
    }
    half.weights[cell] = Math.min(1, weight)
  })
  return half
}

/** What the halved grid has at the middle of a cell of the full one. */
function between(
  values: Float32Array,
  { columns, rows }: Known,
  { column, row, channel }: { column: number; row: number; channel: number },
): number {
  const across = Math.max(0, Math.min(columns - 1, (column - 0.5) / 2))
  const down = Math.max(0, Math.min(rows - 1, (row - 0.5) / 2))
  const [left, top] = [Math.floor(across), Math.floor(down)]
  const [right, bottom] = [Math.min(columns - 1, left + 1), Math.min(rows - 1, top + 1)]
  const at = (x: number, y: number): number => values[(y * columns + x) * 3 + channel] ?? 0
  const above = at(left, top) + (at(right, top) - at(left, top)) * (across - left)
  const below = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * (across - left)
  return above + (below - above) * (down - top)
}
