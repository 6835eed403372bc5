import sharp from 'sharp'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 120, b: 40 } } })

export const png = async (width: number, height: number) => new Uint8Array(await plain(width, height).png().toBuffer())
export const jpeg = async (width: number, height: number) =>
  new Uint8Array(await plain(width, height).jpeg().toBuffer())
export const gif = async (width: number, height: number) => new Uint8Array(await plain(width, height).gif().toBuffer())
export const webp = async (width: number, height: number) =>
  new Uint8Array(await plain(width, height).webp().toBuffer())
