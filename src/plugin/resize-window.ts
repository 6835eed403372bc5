/** Pixels; below this the window cannot be used, above it Figma's own window is usually full. */
const SMALLEST = { width: 320, height: 320 }
const LARGEST = { width: 1200, height: 1600 }

const between = (low: number, value: number, high: number) => Math.round(Math.min(high, Math.max(low, value)))

export function resizeWindow({ width, height }: { width: number; height: number }): Record<string, never> {
  figma.ui.resize(between(SMALLEST.width, width, LARGEST.width), between(SMALLEST.height, height, LARGEST.height))
  return {}
}
