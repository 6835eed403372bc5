/** A square of values, row by row. */
export interface Square {
  readonly values: Float32Array
  readonly edge: number
}

/** Half the edge: every second value, after what is too fine for that was filtered out. */
export function halved({ values, edge }: Square): Square {
  const half = edge / 2
  const across = new Float32Array(half * edge)
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < half; x++) across[y * half + x] = low(values, y * edge, 1, 2 * x, edge)
  }
  const made = new Float32Array(half * half)
  for (let x = 0; x < half; x++) {
    for (let y = 0; y < half; y++) made[y * half + x] = low(across, x, half, 2 * y, edge)
  }
  return { values: made, edge: half }
}

/** Twice the edge: the values between are interpolated along a cubic. */
export function doubled({ values, edge }: Square): Square {
  const twice = edge * 2
  const across = new Float32Array(twice * edge)
  for (let y = 0; y < edge; y++) {
    for (let x = 0; x < twice; x++) across[y * twice + x] = between(values, y * edge, 1, x, edge)
  }
  const made = new Float32Array(twice * twice)
  for (let x = 0; x < twice; x++) {
    for (let y = 0; y < twice; y++) made[y * twice + x] = between(across, x, twice, y, edge)
  }
  return { values: made, edge: twice }
}

/** A half-band low pass around a place: −1 0 9 16 9 0 −1 over 32. Outside, the last value goes on. */
function low(values: Float32Array, start: number, step: number, place: number, length: number): number {
  const at = (i: number) => values[start + step * Math.max(0, Math.min(length - 1, i))] ?? 0
  return (16 * at(place) + 9 * (at(place - 1) + at(place + 1)) - at(place - 3) - at(place + 3)) / 32
}

function between(values: Float32Array, start: number, step: number, place: number, length: number): number {
  const at = (i: number) => values[start + step * Math.max(0, Math.min(length - 1, i))] ?? 0
  const below = place >> 1
  if (place % 2 === 0) return at(below)
  return (9 * (at(below) + at(below + 1)) - at(below - 1) - at(below + 2)) / 16
}

/** Mean square difference of two squares of the same size, a margin left out. */
export function meanSquare(one: Square, other: Square, margin: number): number {
  let sum = 0
  for (let y = margin; y < one.edge - margin; y++) {
    for (let x = margin; x < one.edge - margin; x++) {
      const difference = (one.values[y * one.edge + x] ?? 0) - (other.values[y * one.edge + x] ?? 0)
      sum += difference * difference
    }
  }
  return sum / (one.edge - 2 * margin) ** 2
}
