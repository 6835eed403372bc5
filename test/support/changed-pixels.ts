import sharp from 'sharp'

interface EditedPicture {
  original: Uint8Array
  result: Uint8Array
  /** PNG with alpha; 0 is where the picture may change. Null: all of the original is protected. */
  mask: Uint8Array | null
  /** Where the original’s top left corner lies in the result. */
  at?: { x: number; y: number }
}

const decode = (bytes: Uint8Array) =>
  sharp(bytes).toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true })

/** How many pixels of an original differ in what was made of it: where they are protected, and where they may change. */
export async function changedPixels({ original, result, mask, at = { x: 0, y: 0 } }: EditedPicture) {
  const [before, after, free] = await Promise.all([decode(original), decode(result), mask && decode(mask)])
  const { width, height } = before.info
  const changed = { outside: 0, inside: 0 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const here = (y * width + x) * 4
      const there = ((y + at.y) * after.info.width + x + at.x) * 4
      if (before.data.subarray(here, here + 4).equals(after.data.subarray(there, there + 4))) continue
      const mayChange = free !== null && free.data[there + 3] === 0
      changed[mayChange ? 'inside' : 'outside'] += 1
    }
  }
  return changed
}
