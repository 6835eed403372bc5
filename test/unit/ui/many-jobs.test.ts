import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { newJobId } from '#client/new-job-id.ts'
import { hasEnded } from '#domain/job.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { startTestProxy, type TestProxy } from '#support/start-test-proxy.ts'
import type { Canvas } from './canvas-stand-in.ts'
import { openWindow } from './open-window.ts'
import { sampleNode } from './sample-node.ts'

let engine: HandEngine
let proxy: TestProxy
let canvas: Canvas
let ui: ReturnType<typeof openWindow>

beforeAll(async () => {
  engine = createHandEngine()
  proxy = await startTestProxy({ parts: { engine }, concurrency: 6 })
})
afterAll(() => proxy.close())
beforeEach(() => {
  const settings = { proxyUrl: proxy.url, token: proxy.token }
  canvas = { settings, draft: null, nodes: [sampleNode()], picture: new Uint8Array(), placed: [] }
  ui = openWindow(canvas)
})
afterEach(() => ui.close())

async function orderMany(count: number): Promise<string[]> {
  const client = ui.context.client()
  const ids = Array.from({ length: count }, newJobId)
  for (const id of ids) {
    const { contractVersion: _, ...body } = sampleSubmit(sampleBrief({ idea: id }))
    await client.putJob(id, body)
  }
  return ids
}

test('six jobs under way take three connections, and each is followed to its end', async () => {
  ui.dispatch({ type: 'settingsSaved', settings: canvas.settings })
  const ids = await orderMany(6)
  await engine.call(5)
  await ui.actions.start()
  const { streams, watches } = ui.context
  expect([...watches.keys()].toSorted()).toEqual(ids.toSorted())
  expect(streams.size).toBe(3)
  const stateOf = (id: string) => ui.read().jobs.find((entry) => entry.id === id)?.job?.state
  const followed = (id: string) => {
    const watch = watches.get(id)
    return watch !== undefined && streams.has(watch)
  }
  const answer = async (id: string) => engine.calls.find(({ request }) => request.prompt.includes(id))?.answer()

  const [asked = ''] = ids.filter((id) => !followed(id))
  await answer(asked)
  await ui.until(() => stateOf(asked) === 'done')
  expect(watches.has(asked)).toBe(false)

  const [streamed = ''] = ids.filter(followed)
  await answer(streamed)
  await ui.until(() => stateOf(streamed) === 'done')
  await expect.poll(() => ids.filter(followed).length).toBe(3)

  for (const id of ids) if (stateOf(id) !== 'done') await answer(id)
  await ui.until((now) => now.jobs.every(({ job }) => job && hasEnded(job)))
  await expect.poll(() => watches.size).toBe(0)
  expect(streams.size).toBe(0)
})
