import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Engine } from '#proxy/engines/engine.ts'
import { createOpenAIEngine } from '#proxy/engines/openai/openai-engine.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'

export interface OpenAIBench {
  fake: FakeOpenAI
  engine: Engine
  /** Calls the fake got during this test. */
  callsMade(): number
}

/** A fake and an engine on it for a test file. */
export function openAIBench(): OpenAIBench {
  const bench: Partial<OpenAIBench> = {}
  let before = 0
  beforeAll(async () => {
    const fake = await startFakeOpenAI()
    Object.assign(bench, { fake, engine: createOpenAIEngine({ apiKey: fake.apiKey, baseUrl: fake.url }) })
  })
  beforeEach(() => {
    before = bench.fake?.calls.length ?? 0
  })
  afterAll(() => bench.fake?.close())
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The fake is not started yet.')
    return value
  }
  return {
    get fake() {
      return ready(bench.fake)
    },
    get engine() {
      return ready(bench.engine)
    },
    callsMade: () => ready(bench.fake).calls.length - before,
  }
}
