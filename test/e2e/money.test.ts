import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProxyClient, type ProxyClient } from '#client/proxy-client.ts'
import { type FailureCode, makeFailure } from '#domain/failure.ts'
import { formatBalance, formatPrice } from '#domain/money.ts'
import type { Misbehaviour } from '#support/fake-openai/misbehaviour.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { alert, brief, ended, generateButton, jobs, layer, look, selectFrame, tab } from './designer.ts'

let fake: FakeOpenAI
let open: OpenPlayground
let client: ProxyClient

beforeAll(async () => {
  fake = await startFakeOpenAI()
  const engine = { kind: 'openai' as const, apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs: 30_000 }
  open = await openPlayground({ scene: 'hero', proxy: { engine, localBudget: 800_000 } })
  client = createProxyClient({ baseUrl: open.proxy.url, token: open.proxy.token })
  await selectFrame(open, 'Newsletter banner')
  await brief(open).fill('a quiet reading corner')
})

afterAll(async () => {
  await open.close()
  await fake.close()
  await closeBrowser()
})

/** Orders with a click, and waits for the end of the job. Answers what the button said. */
async function order(by: (button: Locator) => Promise<void> = (button) => button.click()): Promise<string> {
  await tab(open, 'Create').click()
  await expect.poll(() => generateButton(open).isEnabled()).toBe(true)
  const label = (await generateButton(open).textContent()) ?? ''
  await by(generateButton(open))
  await ended(open)
  return label
}

const leftInFooter = async (): Promise<string | null> => {
  await tab(open, 'Create').click()
  return open.plugin.locator('footer').getByText(/left$/).textContent()
}

test('a double click, and a click with Ctrl+Enter after it, are one order each', async () => {
  await order((button) => button.dblclick())
  expect(fake.calls.length).toBe(1)
  await order(async (button) => {
    const box = await button.boundingBox()
    if (!box) throw new Error('The button is not on the screen')
    const { mouse, keyboard } = open.page
    await mouse.move(box.x + 40, box.y + 10)
    await mouse.down()
    await Promise.all([mouse.up(), keyboard.press('Control+Enter'), keyboard.press('Control+Enter')])
  })
  expect(fake.calls.length).toBe(2)
  await order(async (button) => {
    await button.focus()
    await open.page.keyboard.press('Control+Enter')
  })
  expect(fake.calls.length).toBe(3)
  expect((await client.listJobs()).length).toBe(3)
  expect((await client.usage()).budget.settled).toBe(fake.bill().microDollars)
})

test('a double click on “Generate more” is one order', async () => {
  const before = fake.calls.length
  await tab(open, 'Results').click()
  await jobs(open)
    .first()
    .getByRole('button', { name: /^Generate 1 more · \$0\.\d+$/ })
    .dblclick()
  await expect.poll(() => jobs(open).count()).toBe(4)
  await ended(open)
  expect(fake.calls.length).toBe(before + 1)
  expect((await client.listJobs()).length).toBe(4)
})

test('the price on the button is what is reserved, and what is left goes down by what was charged', async () => {
  const { plugin } = open
  const choose = (label: string, value: string) => plugin.getByRole('combobox', { name: label }).selectOption(value)
  await tab(open, 'Create').click()
  await plugin.getByRole('button', { name: /^Keep this frame/ }).click()
  await selectReference()
  const setups: [string, () => Promise<unknown>][] = [
    ['a reference, review, previews', () => plugin.getByRole('radio', { name: 'Review' }).check()],
    ['two pictures', () => choose('Pictures', '2')],
    ['final', () => plugin.getByRole('radio', { name: 'Final' }).check()],
    // The fake does not offer it: the price is agreed, and given back.
    ['a 2.6 model', () => choose('Model', 'gpt-image-2.6-flare')],
  ]
  for (const [name, setUp] of setups) {
    await tab(open, 'Create').click()
    await setUp()
    const label = await order()
    const [job] = await client.listJobs({ limit: 1 })
    const exact = job?.brief.render.model === 'gpt-image-2'
    const price = formatPrice(job?.price.reserved ?? 0)
    expect(label, name).toBe(`Generate ${job?.brief.render.count} · ${exact ? price : `at most ${price}`}`)
    expect(job?.brief.references.length, name).toBe(1)
    const { budget } = await client.usage()
    await expect.poll(leftInFooter).toBe(`${formatBalance(budget.left)} left`)
    expect(budget.reserved, name).toBe(0)
  }
  await look(open, 'money-1-at-most')
})

async function selectReference(): Promise<void> {
  const row = layer(open, 'Hero')
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.layer-chevron').click()
  await layer(open, 'Product photo').first().click()
  await open.plugin.getByRole('button', { name: /original.*Product photo/ }).click()
  await open.plugin.getByRole('combobox', { name: /^Role of reference 1/ }).waitFor()
}

test('what costs more than is left is refused in a sentence before anything is sent', async () => {
  const { plugin, page } = open
  const calls = fake.calls.length
  await tab(open, 'Create').click()
  await plugin.getByRole('combobox', { name: 'Model' }).selectOption('gpt-image-2')
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('10')
  const { left } = (await client.usage()).budget
  await plugin.getByText('is missing. Nothing was spent.').waitFor()
  expect(await plugin.locator('footer').textContent()).toContain(`and ${formatBalance(left)} is left of your budget`)
  expect(await generateButton(open).isDisabled()).toBe(true)
  await brief(open).press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await look(open, 'money-2-over-budget')
  expect(fake.calls.length).toBe(calls)
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('1')
  await plugin.getByRole('radio', { name: 'Draft' }).check()
})

const error = (status: number, code: string | null, message: string): Misbehaviour => ({
  kind: 'error',
  status,
  body: { error: { message, type: 'invalid_request_error', code, param: null } },
})
const TWICE = /^Try again · \$0\.\d+ \(may pay twice\)$/
const troubles: [string, Misbehaviour, FailureCode, string | RegExp, string][] = [
  [
    'moderation',
    error(400, 'moderation_blocked', 'Blocked'),
    'moderation_blocked',
    'Back to the brief',
    'perhaps charged',
  ],
  ['quota', error(429, 'insufficient_quota', 'No credit'), 'upstream_quota', 'Dismiss', 'Nothing charged'],
  [
    'unverified',
    error(403, null, 'Your organization must be verified'),
    'upstream_unverified',
    'Dismiss',
    'Nothing charged',
  ],
  ['500', error(500, 'server_error', 'Oops'), 'upstream_failed', TWICE, 'perhaps charged'],
  ['cut off', { kind: 'reset-before-headers' }, 'upstream_cut_off', TWICE, 'perhaps charged'],
]

test.each(troubles)(
  'OpenAI’s trouble is a sentence with a next step: %s',
  async (name, trouble, code, step, charged) => {
    fake.next(trouble)
    await tab(open, 'Create').click()
    const idea = await brief(open).inputValue()
    await generateButton(open).click()
    const newest = jobs(open).first()
    await alert(newest).getByText(makeFailure(code).message).waitFor()
    expect(await alert(newest).getByRole('button').first().textContent()).toMatch(step)
    expect(await newest.textContent()).toContain(charged)
    await look(open, `money-3-${name.replaceAll(' ', '-')}`)
    await tab(open, 'Create').click()
    expect(await brief(open).inputValue()).toBe(idea)
  },
)

test('a double click on “Try again (may pay twice)” is one order, and the button is gone then', async () => {
  const before = fake.calls.length
  await tab(open, 'Results').click()
  const failed = jobs(open).first()
  const again = alert(failed).getByRole('button', { name: TWICE })
  const count = await jobs(open).count()
  await again.dblclick()
  await expect.poll(() => jobs(open).count()).toBe(count + 1)
  await ended(open)
  expect(fake.calls.length).toBe(before + 1)
  expect(await alert(jobs(open).nth(1)).getByRole('button', { name: TWICE }).count()).toBe(0)
})
