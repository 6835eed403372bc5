import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHandEngine, type HandEngine } from '#support/hand-engine.ts'
import { closeBrowser, type OpenPage, openPage } from '#support/open-page.ts'
import { startTestProxy, type TestProxy, temporaryFolder } from '#support/start-test-proxy.ts'
import { brief, generateButton, jobs, layer, look, results, selectFrame, tab } from './designer.ts'

const IDEA = 'a lighthouse in fog'

let engine: HandEngine
let dataDir: string
let proxy: TestProxy
let open: OpenPage

beforeAll(async () => {
  engine = createHandEngine()
  dataDir = await temporaryFolder()
  proxy = await startTestProxy({ dataDir, concurrency: 1, parts: { engine } })
  open = await openPage({ scene: 'hero', proxyUrl: proxy.url, token: proxy.token })
})

afterAll(async () => {
  await open.close()
  await proxy.close()
  await closeBrowser()
})

async function order(idea: string): Promise<void> {
  await tab(open, 'Create').click()
  await brief(open).fill(idea)
  await generateButton(open).click()
}

const running = (text: string) => jobs(open).first().getByText(text).waitFor()

test('a reload in mid-job keeps the brief and picks the job up', async () => {
  await selectFrame(open, 'Newsletter banner')
  await open.plugin.getByRole('radio', { name: 'Review' }).check()
  await order(IDEA)
  const call = await engine.call(0)
  await running('Making the picture')
  await open.page.reload()
  await running('Making the picture')
  await look(open, 'survive-1-picked-up')
  await tab(open, 'Create').click()
  await expect.poll(() => brief(open).inputValue()).toBe(IDEA)
  expect(await open.plugin.getByRole('radio', { name: 'Review' }).isChecked()).toBe(true)
  await tab(open, 'Results').click()
  await call.answer()
  await results(open)
  await look(open, 'survive-2-arrived')
})

test('words written just before a reload are kept', async () => {
  await tab(open, 'Create').click()
  await brief(open).fill('words that were')
  await brief(open).press('End')
  await open.page.keyboard.type(' just typed')
  await expect.poll(() => open.page.evaluate(() => localStorage.getItem('clientStorage:draft'))).toContain('just typed')
  await open.page.reload()
  await expect.poll(() => brief(open).inputValue()).toBe('words that were just typed')
})

test('the window closed in mid-job and opened again shows the job; nothing is placed by itself, nor twice', async () => {
  const { page } = open
  await selectFrame(open, 'Newsletter banner')
  await order(IDEA)
  const call = await engine.call(1)
  await page.getByRole('button', { name: 'Close plugin' }).click()
  await expect.poll(() => page.locator('iframe[title="Plugin"]').count()).toBe(0)
  await call.answer()
  await page.getByRole('button', { name: 'Run plugin' }).click()
  await tab(open, 'Results').click()
  await results(open)
  await tab(open, 'Create').click()
  await expect.poll(() => brief(open).inputValue()).toBe(IDEA)
  await tab(open, 'Results').click()
  const job = await results(open)
  const placed = layer(open, `Framewright · ${IDEA}`)
  expect(await placed.count()).toBe(0)
  await job.getByRole('button', { name: 'Layer', exact: true }).dblclick()
  await job.getByText('Placed as a new layer in “Newsletter banner”').waitFor()
  // The second click of a slow double click.
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
  await page.getByRole('button', { name: 'Close plugin' }).click()
  await page.getByRole('button', { name: 'Run plugin' }).click()
  await tab(open, 'Results').click()
  await results(open)
  expect(await placed.count()).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => placed.count()).toBe(0)
})

test('a proxy stopped in mid-job and started again on its data brings both results', async () => {
  const before = await jobs(open).count()
  await tab(open, 'Create').click()
  await selectFrame(open, 'Newsletter banner')
  await order('the one being made')
  const first = await engine.call(2)
  await order('the one in line')
  await running('Next in line')
  await look(open, 'survive-3-in-line')
  const port = Number(new URL(proxy.url).port)
  const stopped = proxy.close()
  await first.answer()
  await stopped
  await running('The proxy does not answer. Trying again …')
  await look(open, 'survive-4-proxy-away')
  proxy = await startTestProxy({ dataDir, port, concurrency: 1, parts: { engine } })
  const second = await engine.call(3)
  await second.answer()
  await results(open)
  expect(await jobs(open).getByText('The proxy does not answer').count()).toBe(0)
  await jobs(open)
    .nth(1)
    .getByRole('button', { name: /^Choose picture 1 / })
    .waitFor()
  expect(await jobs(open).count()).toBe(before + 2)
  expect(engine.calls.length).toBe(4)
  await look(open, 'survive-5-proxy-back')
})

test('results that were never placed are there after a reload, and can be placed', async () => {
  const before = await jobs(open).count()
  await open.page.reload()
  await tab(open, 'Results').click()
  await results(open)
  await expect.poll(() => jobs(open).count()).toBe(before)
  await jobs(open).nth(1).getByRole('button', { name: 'Fill', exact: true }).click()
  await jobs(open).nth(1).getByText('Placed as the image fill of “Newsletter banner”.').waitFor()
})
