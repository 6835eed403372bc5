import { z } from 'zod'

/** File formats a result can be asked for. */
export const IMAGE_FORMATS = ['png', 'jpeg', 'webp'] as const
export const imageFormatSchema = z.enum(IMAGE_FORMATS)
export type ImageFormat = z.infer<typeof imageFormatSchema>

/** SHA-256 of the bytes, 64 lower-case hex digits: the same bytes are the same image. */
export const imageIdSchema = z.string().regex(/^[0-9a-f]{64}$/)
export type ImageId = z.infer<typeof imageIdSchema>

export const imageInfoSchema = z.strictObject({
  id: imageIdSchema,
  /** Pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
  format: imageFormatSchema,
  /** Length of the file in bytes. */
  bytes: z.int().nonnegative(),
})
/** An image the proxy keeps. */
export type ImageInfo = z.infer<typeof imageInfoSchema>

export type SniffedFormat = ImageFormat | 'gif'

const SIGNATURES: { format: SniffedFormat; at: number; bytes: number[] }[] = [
  { format: 'png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { format: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { format: 'gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
]

/** The format the first bytes of a file show, whatever the file is called; null when it is none we know. */
export function sniffFormat(bytes: Uint8Array): SniffedFormat | null {
  const found = SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[signature.at + i] === byte))
  return found?.format ?? null
}
