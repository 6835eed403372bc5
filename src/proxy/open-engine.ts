import { AppError } from '#domain/app-error.ts'
import type { EngineConfig } from './config.ts'
import type { Engine } from './engines/engine.ts'
import { createUpstreamCheck } from './engines/openai/check-upstream.ts'

/** The engine the settings ask for: offline unless there is a key. */
export function openEngine(config: EngineConfig): Engine {
  if (config.kind === 'openai')
    return loadedWhenUsed({ name: 'openai', simulated: false, check: createUpstreamCheck(config) }, async () => {
      const { createOpenAIEngine } = await import('./engines/openai/openai-engine.ts')
      return createOpenAIEngine(config)
    })
  return loadedWhenUsed({ name: 'offline', simulated: true }, async () => {
    const { createOfflineEngine } = await import('./engines/offline/offline-engine.ts')
    return createOfflineEngine(config)
  })
}

/** An engine and its packages take 20 to 50 MB, which a proxy without jobs does not spend. */
function loadedWhenUsed(about: Omit<Engine, 'run'>, load: () => Promise<Engine>): Engine {
  let loaded: Promise<Engine> | null = null
  return {
    ...about,
    async run(call) {
      loaded ??= load()
      const engine = await loaded.catch((cause: unknown) => {
        loaded = null
        throw new AppError('failed_unsent', { cause })
      })
      return engine.run(call)
    },
  }
}
