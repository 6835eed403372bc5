import { setTimeout as after } from 'node:timers/promises'
import { AppError } from '#domain/app-error.ts'
import type { Quality } from '#domain/models.ts'
import type { Request } from '#domain/request.ts'

/** Milliseconds for one picture of a megapixel. */
const TYPICAL: Readonly<Record<Quality, number>> = { low: 4000, medium: 6500, high: 9000, xhigh: 10_500, max: 12_000 }

/** How long a picture takes, in milliseconds: more for higher quality and, slowly, for more pixels. */
export function waitFor({ quality, size }: Request, wait: number | 'realistic'): number {
  if (wait !== 'realistic') return wait
  return TYPICAL[quality] * ((size.width * size.height) / 1_000_000) ** 0.2
}

/** Waits unless the call is given up. Throws AppError `interrupted`. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    signal.throwIfAborted()
    if (milliseconds > 0) await after(milliseconds, undefined, { signal })
  } catch (cause) {
    throw new AppError('interrupted', { cause })
  }
}
