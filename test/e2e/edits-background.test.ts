import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { generateButton, look, results, select, selectFrame, tab, target } from './designer.ts'
import { newestJob, placedBytes, watchPlacing } from './placed-pictures.ts'
import { violations } from './violations.ts'

let open: OpenPlayground

beforeAll(async () => {
  open = await openPlayground({ scene: 'edits' })
  await watchPlacing(open)
})
afterAll(async () => {
  await open.close()
  await closeBrowser()
})

const imageFills = () => open.page.locator('.fill-image')
const says = (text: string | RegExp) => open.plugin.getByText(text).first().waitFor()
const press = (name: string) => open.plugin.getByRole('button', { name, exact: true }).click()
const undo = () => open.page.getByRole('button', { name: 'Undo' }).click()
/** The layers as they stand, with how deep each lies. */
const tree = () =>
  open.page
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((row) => `${row.getAttribute('aria-level')} ${row.getAttribute('data-id')}`))

async function makeBackground(words: string, pictures: string): Promise<void> {
  const { plugin } = open
  await plugin.getByRole('radio', { name: 'Background' }).check()
  await says('in front, untouched.')
  await plugin.getByRole('textbox', { name: 'Background', exact: true }).fill(words)
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption(pictures)
  await generateButton(open).click()
  await results(open)
}

test('a new background behind live layers: approve, next candidate, reject, each one step to undo', async () => {
  const { plugin } = open
  await select(open, 'Launch poster', 'Headline')
  await selectFrame(open, 'Launch poster')
  const before = await tree()
  await makeBackground('a bright kitchen, out of focus', '2')
  await look(open, 'edits-1-background')
  const job = await newestJob(open)
  expect(job.brief.foreground.map(({ name }) => name)).toEqual(['Bottle', 'Headline', 'Button'])
  expect(job.brief.references.map(({ role }) => role)).toEqual(['foreground'])
  await plugin.getByRole('button', { name: /^Choose picture 1/ }).click()
  await press('Fill')
  await says('Not reviewed yet')
  await placedBytes(open, job, 0)
  await expect.poll(() => imageFills().count()).toBe(2)
  expect(await tree()).toEqual(before)
  await plugin.getByRole('textbox', { name: 'Note' }).fill('a little brighter, please')
  await press('Approve')
  await says(/^Approved by local/)
  await press('Next candidate')
  await says('Picture 2 of 2.')
  await placedBytes(open, job, 1)
  await says('Not reviewed yet')
  await look(open, 'edits-2-next-candidate')
  await press('Reject')
  await says('what it showed before is back.')
  await says(/^Approved by local/)
  await says(/^Last rejected by local/)
  await expect.poll(() => imageFills().count()).toBe(2)
  await press('Reject')
  await says('The picture was taken out')
  await expect.poll(() => imageFills().count()).toBe(1)
  await look(open, 'edits-3-rejected')
  for (const fills of [2, 2, 2, 2, 1]) {
    await undo()
    await expect.poll(() => imageFills().count()).toBe(fills)
  }
  expect(await tree()).toEqual(before)
})

test('what a reviewer said is there when the layer is selected later', async () => {
  const { page, plugin } = open
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Redo' }).click()
  await select(open, 'Living room')
  await tab(open, 'Create').click()
  await selectFrame(open, 'Launch poster')
  await plugin.getByText(/^Approved by local · /).waitFor()
  await plugin.locator('summary', { hasText: 'Review' }).click()
  await expect.poll(() => plugin.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('a little brighter, please')
  await look(open, 'edits-4-reviewed')
  expect(await violations(open)).toEqual([])
})

test('in an instance only the fill of its backdrop changes: approve, reject and undo', async () => {
  const { page } = open
  await page.locator('[data-id="6:60"]').click()
  await target(open).getByText('Poster', { exact: true }).waitFor()
  await makeBackground('a terrace by the sea', '1')
  const job = await newestJob(open)
  expect(job.frame.name).toBe('Backdrop')
  await press('Fill')
  await says('Placed as the image fill of “Backdrop”.')
  await expect.poll(() => imageFills().count()).toBe(2)
  await press('Approve')
  await says(/^Approved by local/)
  await press('Reject')
  await says('The picture was taken out')
  await expect.poll(() => imageFills().count()).toBe(1)
  await undo()
  await expect.poll(() => imageFills().count()).toBe(2)
  await page.locator('[data-id="6:50"] .layer-chevron').click()
  await page.locator('[data-id="6:50"] ~ [role=treeitem]', { hasText: 'Backdrop' }).first().click()
  await expect.poll(() => imageFills().count()).toBe(1)
})

test('the product of a flat picture is protected by an edit of everything except it', async () => {
  const { plugin } = open
  await tab(open, 'Create').click()
  await selectFrame(open, 'Product card', 'Bottle')
  await plugin.getByRole('textbox', { name: 'Background', exact: true }).fill('a marble counter')
  await press('Protect the product')
  await plugin.getByRole('region', { name: 'Original' }).getByText('Bottle').waitFor()
  await says('Its transparency')
  await says(/may change; everything else stays as it is\.$/)
  expect(await plugin.getByRole('textbox', { name: 'Change', exact: true }).inputValue()).toBe('a marble counter')
  expect(await plugin.getByRole('combobox', { name: 'What to do' }).inputValue()).toBe('background')
  await look(open, 'edits-14-protected')
})
