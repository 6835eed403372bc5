import { AppError } from '#domain/app-error.ts'
import type { ImageFormat } from '#domain/image.ts'
import { inspectImage } from './inspect-image.ts'

export interface Asked {
  size: { width: number; height: number }
  format: ImageFormat
}

export interface CheckedResult {
  /** Pixels. */
  width: number
  height: number
  format: ImageFormat
  /** Sentences; empty when the picture is what was asked for. */
  mismatches: string[]
}

/**
 * Compares the bytes an engine gave with what was asked.
 * Throws what `inspectImage` throws; a GIF, which nobody can ask for, is `image_unreadable`.
 */
export async function checkResult(bytes: Uint8Array, asked: Asked): Promise<CheckedResult> {
  const { width, height, format } = await inspectImage(bytes)
  if (format === 'gif') throw new AppError('image_unreadable')
  const sameSize = width === asked.size.width && height === asked.size.height
  const mismatches = [
    ...(sameSize
      ? []
      : [`The picture is ${width} × ${height} pixels; ${asked.size.width} × ${asked.size.height} was asked for.`]),
    ...(format === asked.format
      ? []
      : [`The picture is a ${format.toUpperCase()}; ${asked.format.toUpperCase()} was asked for.`]),
  ]
  return { width, height, format, mismatches }
}
