/** Of left, above and above left, the one nearest to what goes on from all three. */
export function nearestGuess(a: number, b: number, c: number): number {
  const toA = Math.abs(b - c)
  const toB = Math.abs(a - c)
  const toC = Math.abs(a + b - c - c)
  if (toA <= toB && toA <= toC) return a
  return toB <= toC ? b : c
}
