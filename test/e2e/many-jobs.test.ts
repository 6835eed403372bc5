import { afterAll, beforeAll, expect, test } from 'vitest'
import { newJobId } from '#client/new-job-id.ts'
import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { sampleSubmit } from '#support/call-proxy.ts'
import { createHandEngine } from '#support/hand-engine.ts'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { brief, generateButton, jobs, look, selectFrame, tab } from './designer.ts'

const engine = createHandEngine()
let open: OpenPlayground
let client: ProxyClient

beforeAll(async () => {
  open = await openPlayground({ scene: 'hero', proxy: { parts: { engine }, concurrency: 8, stopWaitMs: 0 } })
  client = createProxyClient({ baseUrl: open.proxy.url, token: open.proxy.token })
})
afterAll(async () => {
  await open.close()
  await closeBrowser()
})

async function order(idea: string): Promise<void> {
  const { contractVersion: _, ...body } = sampleSubmit(sampleBrief({ idea }))
  await client.putJob(newJobId(), body)
}

test('eight jobs under way leave room for pictures, for another order, and for cancelling', async () => {
  await order('a finished one')
  await (await engine.call(0)).answer()
  await expect.poll(async () => (await client.listJobs({ state: 'done' })).length).toBe(1)
  for (let number = 1; number <= 8; number += 1) await order(`a slow one, ${number}`)
  await engine.call(8)
  await open.page.reload()
  await tab(open, 'Results').click()
  await expect.poll(() => jobs(open).count()).toBe(9)
  await jobs(open).last().locator('img[src^="blob:"]').waitFor()
  await look(open, 'many-jobs-1')

  await tab(open, 'Create').click()
  await selectFrame(open, 'Newsletter banner')
  await brief(open).fill('one more')
  await generateButton(open).click()
  await expect.poll(async () => (await client.listJobs({ limit: 1 }))[0]?.brief.idea).toBe('one more')
  const newest = jobs(open).first()
  await newest.getByRole('button', { name: 'Cancel' }).click()
  await newest.getByText('Cancelled').first().waitFor()
  await engine.calls.find(({ request }) => request.prompt.includes('a slow one, 1'))?.answer()
  await jobs(open).nth(8).locator('img[src^="blob:"]').waitFor()
})
