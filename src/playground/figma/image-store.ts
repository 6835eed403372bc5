import { imageSize } from 'image-size'
import type { DrawableImage, Rasterizer } from '../render/rasterizer.ts'
import { contentHash } from './content-hash.ts'
import { fail } from './figma-error.ts'

export interface StoredImage {
  readonly hash: string
  /** The file exactly as it was given. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const largestSide = 4096
const accepted = new Set(['png', 'jpg', 'gif'])

function header(bytes: Uint8Array) {
  try {
    const { type, width, height } = imageSize(bytes)
    return type && accepted.has(type) && width > 0 && height > 0 ? { width, height } : null
  } catch {
    return null
  }
}

/** The pictures of a document, by the hash of their bytes. */
export class ImageStore {
  private readonly rasterizer: Rasterizer
  private readonly onDecoded: () => void
  private readonly images = new Map<string, StoredImage>()
  private readonly drawable = new Map<string, DrawableImage>()
  private readonly decoding = new Map<string, Promise<void>>()

  constructor(rasterizer: Rasterizer, onDecoded: () => void) {
    this.rasterizer = rasterizer
    this.onDecoded = onDecoded
  }

  /** Keeps a copy and starts to decode it. Throws what Figma's `createImage` throws. */
  add(bytes: unknown, member: string): StoredImage {
    if (!(bytes instanceof Uint8Array)) return fail(member, 'Expected "data" to be a Uint8Array')
    const size = header(bytes) ?? fail(member, 'Image type is unsupported')
    if (size.width > largestSide || size.height > largestSide) fail(member, 'Image is too large')
    const hash = contentHash(bytes)
    const known = this.images.get(hash)
    if (known) return known
    const image: StoredImage = { hash, bytes: bytes.slice(), ...size }
    this.images.set(hash, image)
    this.decoding.set(hash, this.decode(image))
    return image
  }

  get(hash: string): StoredImage | undefined {
    return this.images.get(hash)
  }

  /** Undefined while the picture is being decoded, and for ever when it cannot be. */
  drawableOf(hash: string): DrawableImage | undefined {
    return this.drawable.get(hash)
  }

  /** Waits until every picture known now is decoded. */
  async ready(): Promise<void> {
    await Promise.all(this.decoding.values())
  }

  private async decode(image: StoredImage): Promise<void> {
    try {
      this.drawable.set(image.hash, await this.rasterizer.decodeImage(image.bytes))
      this.onDecoded()
    } catch {
      // A good header over bad data: Figma keeps such an image and shows nothing of it.
    } finally {
      this.decoding.delete(image.hash)
    }
  }
}
