import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newJobId } from '#client/new-job-id.ts'
import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { DEFAULT_CREDITS } from '#domain/credits.ts'
import { makeFailure } from '#domain/failure.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { openOperations } from '#proxy/open-operations.ts'
import type { Misbehaviour } from '#support/fake-openai/misbehaviour.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { closeBrowser, type OpenPage, openPage } from '#support/open-page.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { startTestProxy, type TestProxy, temporaryFolder, testConfig } from '#support/start-test-proxy.ts'
import { alert, brief, ended, generateButton, jobs, look, results, selectFrame, tab } from './designer.ts'
import { violations } from './violations.ts'

let fake: FakeOpenAI
let dataDir: string
let proxy: TestProxy
let client: ProxyClient
let open: OpenPage

const startProxy = (port: number): Promise<TestProxy> => {
  const engine = { kind: 'openai' as const, apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs: 30_000 }
  return startTestProxy({ dataDir, port, engine, stopWaitMs: 0 })
}
const openWindow = (scene: string): Promise<OpenPage> => openPage({ scene, proxyUrl: proxy.url, token: proxy.token })

beforeAll(async () => {
  fake = await startFakeOpenAI()
  dataDir = await temporaryFolder()
  proxy = await startProxy(0)
  client = createProxyClient({ baseUrl: proxy.url, token: proxy.token })
  open = await openWindow('hero')
})

afterAll(async () => {
  await open.close()
  await proxy.close()
  await fake.close()
  await closeBrowser()
  await rm(dataDir, { recursive: true, force: true })
})

const inbox = async () => (await client.listJobs({ inbox: true, limit: 100 })).map(({ state }) => state)
const focused = () => open.plugin.locator(':focus').textContent()

async function order(idea: string, frame = 'Shop grid'): Promise<void> {
  await tab(open, 'Create').click()
  await selectFrame(open, frame)
  await brief(open).fill(idea)
  await generateButton(open).click()
}

/** As after closing the plugin and opening it again. */
async function reopen(): Promise<void> {
  await open.page.reload()
  await tab(open, 'Results').click()
}

test('a picture that came while the plugin was closed waits, on another computer and in another file, until it is placed', async () => {
  fake.next({ kind: 'slow', ms: 500 })
  await order('a paper kite', 'Newsletter banner')
  await fake.called(1)
  await open.close()
  await expect.poll(inbox).toEqual(['done'])
  open = await openWindow('cards')
  const { plugin } = open
  await plugin.getByText('1 job waits in Results.').waitFor({ state: 'attached' })
  await selectFrame(open, 'Shop grid')
  expect(await tab(open, 'Results').textContent()).toBe('Results1 waiting')
  await tab(open, 'Results').click()
  const job = await results(open)
  await look(open, 'inbox-1-other-computer')
  await job.getByRole('button', { name: 'Fill', exact: true }).click()
  await job.getByText('Placed as the image fill of “Shop grid”.').waitFor()
  await expect.poll(inbox).toEqual([])
  await reopen()
  await plugin.getByText('Nothing waits for you').waitFor()
  await plugin.getByText('Earlier').click()
  expect(await jobs(open).textContent()).toMatch(/^a paper kite.*Newsletter banner · 1440 × 480.*Placed/)
})

test('what is put away stays away, and can be brought back at once', async () => {
  const { plugin } = open
  await order('a bowl of lemons')
  const job = await results(open)
  const putAway = plugin.getByRole('button', { name: 'Put away a bowl of lemons', exact: true })
  await putAway.click()
  await expect.poll(focused).toBe('Undo')
  await expect.poll(inbox).toEqual([])
  await look(open, 'inbox-2-put-away')
  await open.page.keyboard.press('Enter')
  await expect.poll(focused).toBe('Shop grid')
  await expect.poll(inbox).toEqual(['done'])
  await job.getByRole('button', { name: /^Choose picture 1 / }).waitFor()
  await putAway.click()
  await expect.poll(inbox).toEqual([])
  await reopen()
  await plugin.getByText('Nothing waits for you').waitFor()
  await plugin.getByText('Earlier').click()
  expect(await jobs(open).count()).toBe(1)
})

const refused = (status: number, code: string, headers: Record<string, string> = {}): Misbehaviour => ({
  kind: 'error',
  status,
  headers,
  body: { error: { message: code, type: 'invalid_request_error', code, param: null } },
})

test('a job that waits for OpenAI says why and for how long, and goes on by itself', async () => {
  const calls = fake.calls.length
  fake.next(refused(429, 'rate_limit_exceeded', { 'retry-after': '4' }))
  const job = jobs(open).first()
  const waiting = job
    .filter({ has: open.plugin.getByText('OpenAI’s rate limit is reached.', { exact: true }) })
    .filter({ has: open.plugin.getByText(/^Next try in \d s\.$/) })
    .filter({ has: open.plugin.getByRole('button', { name: 'Cancel', disabled: false }) })
  await order('a green chair')
  await waiting.waitFor()
  await look(open, 'inbox-3-waiting')
  await results(open)
  expect(fake.calls.length).toBe(calls + 2)
  expect(await job.getByText('Next try').count()).toBe(0)
})

test('a job the proxy died over asks before paying twice, until it is put away', async () => {
  const { plugin } = open
  const port = Number(new URL(proxy.url).port)
  const before = fake.calls.length
  fake.next({ kind: 'hang' })
  await order('a torn letter')
  await fake.called(before + 1)
  await proxy.close()
  proxy = await startProxy(port)
  const job = await ended(open)
  await expect.poll(() => alert(job).textContent()).toContain(makeFailure('interrupted').message)
  await reopen()
  await alert(plugin)
    .getByRole('button', { name: /^Try again · \$0\.\d+ \(may pay twice\)$/ })
    .waitFor()
  await look(open, 'inbox-4-interrupted')
  await alert(plugin).getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(inbox).toEqual(['done'])
  await reopen()
  await results(open)
  expect(await alert(plugin).count()).toBe(0)
  expect(fake.calls.length).toBe(before + 1)
})

test('a team that counts credits sees credits, and dollars beside them', async () => {
  const { plugin } = open
  const operations = await openOperations(testConfig(dataDir))
  await operations.setTeam({ credits: DEFAULT_CREDITS, jobLimit: 30_000_000 })
  await operations.close()
  await reopen()
  await order('a blue vase')
  const job = await results(open)
  await expect.poll(() => job.textContent()).toMatch(/6 credits \(\$0\.0\d+\)/)
  await tab(open, 'Create').click()
  await expect.poll(() => generateButton(open).textContent()).toBe('Generate 1 · 6 credits')
  expect(await generateButton(open).getAttribute('title')).toMatch(/^\$0\.0\d+ · Ctrl/)
  await plugin.locator('footer').getByText('credits used this month').waitFor()
  await look(open, 'inbox-5-credits')
  await tab(open, 'Settings').click()
  const you = plugin.getByRole('region', { name: 'You' })
  await expect
    .poll(() => you.textContent())
    .toMatch(/Memberlocal · admin.*Used this month\d+ credits.*Left for you\$24\.\d\d of \$25\.00/)
  await look(open, 'inbox-6-account')
})

test('a long inbox comes in parts, by keyboard too, and axe finds nothing serious in it', async () => {
  const frame = { width: 600, height: 400, name: 'Card' }
  const body = { frame, brief: sampleBrief({ idea: 'a failed one' }) }
  const agreedPrice = planJob(body.brief, frame, findModel('gpt-image-2')).price.total
  fake.next(...Array.from({ length: 21 }, () => refused(400, 'moderation_blocked')))
  for (let sent = 0; sent < 21; sent += 1)
    await client.putJob(newJobId(), { ...body, agreedPrice, agreedCredits: DEFAULT_CREDITS['1K'] })
  await expect.poll(async () => (await inbox()).filter((state) => state === 'failed').length).toBe(21)
  await reopen()
  await jobs(open).nth(19).waitFor()
  expect(await jobs(open).count()).toBe(20)
  expect(await violations(open)).toEqual([])
  await open.plugin.getByRole('button', { name: /^Show \d+ more$/ }).focus()
  await open.page.keyboard.press('Enter')
  await expect.poll(focused).toBe('a failed one')
  expect(await jobs(open).count()).toBe(23)
  await open.page.keyboard.press('Enter')
  await alert(jobs(open).nth(20)).getByText(makeFailure('moderation_blocked').message).waitFor()
})
