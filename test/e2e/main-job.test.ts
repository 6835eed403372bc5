import { afterAll, expect, test } from 'vitest'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { closeBrowser } from '#support/open-page.ts'
import { openPlayground } from '#support/open-playground.ts'
import { mainJob } from './main-job-flow.ts'

afterAll(closeBrowser)

test('the main job with the offline engine, in the dark', async () => {
  const engine = { kind: 'offline' as const, waitMs: 4_000 }
  const open = await openPlayground({ scene: 'hero', theme: 'dark', proxy: { engine } })
  try {
    await open.plugin.getByText('Offline engine: pictures and prices are simulated').waitFor()
    await mainJob(open, 'offline-dark')
  } finally {
    await open.close()
  }
})

test('the main job with the OpenAI engine, in the light', async () => {
  const fake = await startFakeOpenAI({ latencyMs: 1_000 })
  const open = await openPlayground({
    scene: 'hero',
    proxy: { engine: { kind: 'openai', apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs: 30_000 } },
  })
  try {
    await mainJob(open, 'openai')
    expect(await open.plugin.getByText('Offline engine').count()).toBe(0)
    expect(fake.calls.map((call) => call.refused)).toEqual([null])
  } finally {
    await open.close()
    await fake.close()
  }
})
