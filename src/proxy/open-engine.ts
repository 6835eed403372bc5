import type { EngineConfig } from './config.ts'
import type { Engine } from './engines/engine.ts'

/** The engine the settings ask for: offline unless there is a key. Only that one is loaded. */
export async function openEngine(config: EngineConfig): Promise<Engine> {
  if (config.kind === 'openai') {
    const { createOpenAIEngine } = await import('./engines/openai/openai-engine.ts')
    return createOpenAIEngine(config)
  }
  const { createOfflineEngine } = await import('./engines/offline/offline-engine.ts')
  return createOfflineEngine(config)
}
