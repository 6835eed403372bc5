import { createHash } from 'node:crypto'
import type { Config } from './config.ts'
import type { Upstream } from './jobs/line/give-turns.ts'

/** Who the settings ask for pictures, and its limits. All processes with the same address and key get the same name. */
export function upstreamOf({ engine, limits }: Pick<Config, 'engine' | 'limits'>): Upstream {
  return {
    name: engine.kind === 'offline' ? 'offline' : `openai ${fingerprint(`${engine.baseUrl ?? ''} ${engine.apiKey}`)}`,
    concurrency: limits.upstreamConcurrency,
    imagesPerMinute: limits.upstreamImagesPerMinute,
  }
}

/** Tells keys apart without saying anything about them. */
const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 16)
