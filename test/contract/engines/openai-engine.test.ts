import { createOpenAIEngine } from '#proxy/engines/openai/openai-engine.ts'
import { startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { describeEngine } from './engine-contract.ts'

describeEngine('OpenAI', async () => {
  const fake = await startFakeOpenAI()
  return { engine: createOpenAIEngine({ apiKey: fake.apiKey, baseUrl: fake.url }), close: fake.close }
})
