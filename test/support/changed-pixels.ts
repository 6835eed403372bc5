import sharp from 'sharp'

interface EditedPicture {
  original: Uint8Array
  result: Uint8Array
  /** PNG with alpha; 0 is where the picture may change. Null: all of the original is protected. */
  mask: Uint8Array | null
  /** Where the original’s top left corner lies in the result. */
  at?: { x: number; y: number }
}

/** Pixels as one number each, of red, green, blue and alpha. */
async function decode(bytes: Uint8Array) {
  const upright = sharp(bytes).toColourspace('srgb').ensureAlpha().raw({ depth: 'uchar' })
  const { data, info } = await upright.toBuffer({ resolveWithObject: true })
  return { pixels: new Uint32Array(data.buffer, data.byteOffset, info.width * info.height), ...info }
}

/** How many pixels of an original differ in what was made of it: where they are protected, and where they may change. */
export async function changedPixels({ original, result, mask, at = { x: 0, y: 0 } }: EditedPicture) {
  const [before, after, free] = await Promise.all([decode(original), decode(result), mask && decode(mask)])
  const { width, height } = before
  const opacity = free && new Uint8Array(free.pixels.buffer, free.pixels.byteOffset, free.pixels.byteLength)
  const changed = { outside: 0, inside: 0 }
  for (let y = 0; y < height; y += 1) {
    const there = (y + at.y) * after.width + at.x
    for (let x = 0; x < width; x += 1) {
      if (before.pixels[y * width + x] === after.pixels[there + x]) continue
      changed[opacity?.[(there + x) * 4 + 3] === 0 ? 'inside' : 'outside'] += 1
    }
  }
  return changed
}
