/** A colour written `#rrggbb`. */
function color(hex: string): RGB {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return { r, g, b }
}

export const solid = (hex: string, opacity = 1): SolidPaint => ({
  type: 'SOLID',
  visible: true,
  opacity,
  blendMode: 'NORMAL',
  color: color(hex),
})

const directions: Record<'down' | 'right', Transform> = {
  right: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  down: [
    [0, 1, 0],
    [-1, 0, 1],
  ],
}

/** Colours spread evenly along the way; eight digits carry the alpha. */
export const gradient = (direction: 'down' | 'right', ...hexes: readonly string[]): GradientPaint => ({
  type: 'GRADIENT_LINEAR',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  gradientTransform: directions[direction],
  gradientStops: hexes.map((hex, index) => ({
    position: index / Math.max(1, hexes.length - 1),
    color: { ...color(hex), a: hex.length > 7 ? Number.parseInt(hex.slice(7, 9), 16) / 255 : 1 },
  })),
})

/** A picture of the scene, by key. */
export const picture = (key: string, more: Partial<ImagePaint> = {}): ImagePaint => ({
  type: 'IMAGE',
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  scaleMode: 'FILL',
  imageHash: key,
  ...more,
})

export const shadow = (y: number, radius: number, alpha: number): Effect => ({
  type: 'DROP_SHADOW',
  visible: true,
  blendMode: 'NORMAL',
  color: { r: 0.1, g: 0.07, b: 0.04, a: alpha },
  offset: { x: 0, y },
  radius,
  spread: 0,
})
