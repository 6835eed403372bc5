/** `#rrggbb`, sRGB. */
export type Colour = string

export type Channels = [red: number, green: number, blue: number]

export function channels(colour: Colour): Channels {
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}

export function colourOf([red, green, blue]: Channels): Colour {
  const digits = (value: number) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0')
  return `#${digits(red)}${digits(green)}${digits(blue)}`
}

/** `share` 0 is `from`, 1 is `to`. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const [a, b] = [channels(from), channels(to)]
  return colourOf([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share])
}

export const lighter = (colour: Colour, share: number): Colour => mix(colour, '#fffaf2', share)
export const darker = (colour: Colour, share: number): Colour => mix(colour, '#0b0a10', share)

/** How bright a colour looks, 0..1. */
export function brightness(colour: Colour): number {
  const [red, green, blue] = channels(colour)
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

export function saturation(colour: Colour): number {
  const values = channels(colour)
  const most = Math.max(...values)
  return most === 0 ? 0 : (most - Math.min(...values)) / most
}

/** Hue in 0..1 round the circle, saturation and lightness in 0..1. */
export function fromHsl(hue: number, strength: number, lightness: number): Colour {
  const channel = (offset: number) => {
    const k = (offset + hue * 12 + 12) % 12
    return 255 * (lightness - strength * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return colourOf([channel(0), channel(8), channel(4)])
}
