import { CONTRACT_VERSION, type Session } from '#contract/http-wire.ts'
import { MODELS } from '#domain/models.ts'

/** A session as a proxy tells it, with dollars left. */
export function sampleSession(left = 25_000_000): Session {
  return {
    contractVersion: CONTRACT_VERSION,
    member: { name: 'local', admin: true },
    engine: { name: 'offline', simulated: true },
    models: [...MODELS],
    typicalSeconds: { 'gpt-image-2': { low: 12 } },
    budget: {
      budget: 25_000_000,
      settled: 0,
      reserved: 0,
      left,
      monthly: false,
      team: null,
      jobLimit: null,
      spendable: left,
    },
    credits: null,
  }
}
