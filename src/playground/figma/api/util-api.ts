import type { FigmaApi } from '../simulated-figma.ts'

function fromHex(text: string): RGBA {
  const digits = text.replace('#', '')
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits
  const [r = 0, g = 0, b = 0, a = 1] = [0, 2, 4, 6]
    .filter((start) => start < long.length)
    .map((start) => Number.parseInt(long.slice(start, start + 2), 16) / 255)
  if ([r, g, b, a].some(Number.isNaN)) throw new Error(`in rgb: Invalid color "${text}"`)
  return { r, g, b, a }
}

type Color = Parameters<FigmaApi['util']['rgba']>[0]

function toRgba(color: Color): RGBA {
  if (typeof color === 'string') return fromHex(color)
  if (!('r' in color)) throw new Error('in rgb: The simulator knows hexadecimal, RGB and RGBA colors')
  return { r: color.r, g: color.g, b: color.b, a: 'a' in color && typeof color.a === 'number' ? color.a : 1 }
}

function toRgb(color: Color): RGB {
  const { r, g, b } = toRgba(color)
  return { r, g, b }
}

/** Colours from hexadecimal text or other colours. */
export const utilApi: FigmaApi['util'] = {
  rgb: toRgb,
  rgba: (color, alpha) => ({ ...toRgb(color), a: alpha ?? toRgba(color).a }),
  solidPaint: (color, overrides) => ({
    type: 'SOLID',
    color: toRgb(color),
    opacity: toRgba(color).a,
    ...overrides,
  }),
}
