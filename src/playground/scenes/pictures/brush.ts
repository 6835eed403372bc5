export type Context = CanvasRenderingContext2D

/** A vertical ramp over the given stretch. */
export function ramp(context: Context, from: number, to: number, ...colors: readonly string[]): CanvasGradient {
  const made = context.createLinearGradient(0, from, 0, to)
  for (const [index, color] of colors.entries()) made.addColorStop(index / Math.max(1, colors.length - 1), color)
  return made
}

/** A horizontal ramp over the given stretch. */
export function sideRamp(context: Context, from: number, to: number, ...colors: readonly string[]): CanvasGradient {
  const made = context.createLinearGradient(from, 0, to, 0)
  for (const [index, color] of colors.entries()) made.addColorStop(index / Math.max(1, colors.length - 1), color)
  return made
}

/** A soft round patch that fades to nothing: light, or the shadow under a thing. */
export function glow(context: Context, x: number, y: number, radius: number, color: string, flatness = 1): void {
  context.save()
  context.translate(x, y)
  context.scale(1, flatness)
  const made = context.createRadialGradient(0, 0, 0, 0, 0, radius)
  made.addColorStop(0, color)
  made.addColorStop(1, `${color.slice(0, 7)}00`)
  context.fillStyle = made
  context.fillRect(-radius, -radius, radius * 2, radius * 2)
  context.restore()
}

export function ellipse(
  context: Context,
  x: number,
  y: number,
  rx: number,
  ry: number,
  fill: string | CanvasGradient,
): void {
  context.beginPath()
  context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2)
  context.fillStyle = fill
  context.fill()
}

type Corner = number | number[]

export function block(
  context: Context,
  [x, y, width, height]: readonly [number, number, number, number],
  fill: string | CanvasGradient,
  radius: Corner = 0,
): void {
  context.beginPath()
  context.roundRect(x, y, width, height, radius)
  context.fillStyle = fill
  context.fill()
}

export function line(
  context: Context,
  width: number,
  color: string | CanvasGradient,
  ...points: readonly (readonly [number, number])[]
) {
  context.beginPath()
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) context.moveTo(x, y)
    else context.lineTo(x, y)
  }
  context.lineWidth = width
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.strokeStyle = color
  context.stroke()
}

/** Draws in units of a design grid: the short side of the picture is 1000 of them, centred. */
export function onGrid(
  context: Context,
  width: number,
  height: number,
  draw: (right: number, bottom: number) => void,
): void {
  const scale = Math.min(width, height) / 1000
  context.save()
  context.scale(scale, scale)
  draw(width / scale, height / scale)
  context.restore()
}
