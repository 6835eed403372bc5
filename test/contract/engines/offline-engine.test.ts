import { createOfflineEngine } from '#proxy/engines/offline/offline-engine.ts'
import { describeEngine } from './engine-contract.ts'

describeEngine('offline', async () => ({ engine: createOfflineEngine({ waitMs: 0 }), close: async () => {} }))
