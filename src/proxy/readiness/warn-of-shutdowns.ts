import type { Logger } from 'pino'
import { offeredModels } from '#domain/models.ts'
import type { Engine } from '../engines/engine.ts'

const SOON_MS = 30 * 24 * 60 * 60 * 1000

/** Logs which models on offer the upstream will shut down within a month. Never throws. */
export async function warnOfShutdowns(engine: Pick<Engine, 'check'>, log: Logger, now: Date): Promise<void> {
  const found = await engine.check?.().catch(() => null)
  for (const { id } of offeredModels(now.toISOString().slice(0, 10))) {
    const shutdownDate = found?.shutdowns[id]
    if (shutdownDate === undefined || !(Date.parse(shutdownDate) - now.getTime() < SOON_MS)) continue
    log.warn({ model: id, shutdownDate }, 'the upstream will shut this model down')
  }
}
