import type { Frame } from '#domain/frame.ts'
import { UsageError } from './usage-error.ts'

/** `1440x900` → a frame of that size in Figma units. */
export function parseFrame(text: string | undefined): Frame {
  const match = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)$/i.exec(text ?? '')
  if (!match) throw new UsageError('--frame takes a size such as 1440x900.')
  return { width: Number(match[1]), height: Number(match[2]), name: `${match[1]}x${match[2]}` }
}
