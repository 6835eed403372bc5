import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FailureCode, makeFailure } from '#domain/failure.ts'
import type { Placement } from '#domain/placement.ts'
import { type FakeOpenAI, startFakeOpenAI } from '#support/fake-openai/start-fake-openai.ts'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { brief, generateButton, jobs, layer, look, results, select, selectFrame, tab } from './designer.ts'

const IDEA = 'warm clouds'
const WAYS = { fill: 'Fill', layer: 'Layer', beside: 'Beside' } as const satisfies Partial<Record<Placement, string>>

let fake: FakeOpenAI
let open: OpenPlayground

beforeAll(async () => {
  fake = await startFakeOpenAI()
  const engine = { kind: 'openai' as const, apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs: 30_000 }
  open = await openPlayground({ scene: 'awkward', proxy: { engine } })
})

afterAll(async () => {
  await open.close()
  await fake.close()
  await closeBrowser()
})

const newest = () => jobs(open).first()
const imageFills = () => open.page.locator('.fill-image')
const removeSelected = async () => {
  await open.page.locator('.canvas').first().focus()
  await open.page.keyboard.press('Delete')
}

/** Waits until the window knows what is selected. */
async function knows(name: string): Promise<void> {
  const shown = `On the selection: ${name.replace(/, (locked|hidden)$/, '')}`
  await expect.poll(() => newest().textContent()).toContain(shown)
}

async function choose(...path: string[]): Promise<void> {
  await select(open, ...path)
  await knows(path.at(-1) ?? '')
}

async function place(way: keyof typeof WAYS): Promise<void> {
  await newest().getByRole('button', { name: WAYS[way], exact: true }).click()
}

/** A way that the window knows cannot be: its button does nothing, and the reason stands beneath. */
async function cannotPlace(way: keyof typeof WAYS, sentence: string): Promise<void> {
  await says(sentence)
  expect(await newest().getByRole('button', { name: WAYS[way], exact: true }).isDisabled()).toBe(true)
}

/** What the plugin says after placing: a sentence of success or of failure. */
async function says(sentence: string): Promise<void> {
  await expect.poll(() => newest().textContent()).toContain(sentence)
}

test('a target deleted while the picture is made: a sentence, and the picture is not lost', async () => {
  await selectFrame(open, 'Level 1')
  await brief(open).fill(IDEA)
  fake.next({ kind: 'slow', ms: 700 })
  await generateButton(open).click()
  await removeSelected()
  await expect.poll(() => layer(open, 'Level 1').count()).toBe(0)
  await results(open)
  await place('fill')
  await says(makeFailure('node_removed').message)
  await look(open, 'canvas-1-removed')
})

type Row = [path: string[], way: keyof typeof WAYS, said: string | FailureCode, name?: string]
/** Never the same layer twice in a row: what was placed is selected in between. */
const placed: Row[] = [
  [['Auto layout row'], 'layer', 'Placed as a new layer in “Auto layout row”'],
  [['Auto layout row', 'Fills the rest'], 'fill', 'Placed as the image fill of “Fills the rest”.'],
  [['Grid 3 × 2'], 'layer', 'Placed as a new layer in “Grid 3 × 2”'],
  [['Grid 3 × 2', 'Cell 1'], 'layer', 'Placed as a new layer above “Cell 1”.'],
  [['Locked frame, locked'], 'fill', 'It is locked and stays so.'],
  [['Hidden frame, hidden'], 'fill', 'It is hidden: show it to see the picture.'],
  [['Rotated 12°'], 'layer', 'beneath its text.'],
  [['Section with frames'], 'fill', 'Placed as the image fill of “Section with frames”.'],
  [['Rotated 12°'], 'beside', 'Placed beside “Rotated 12°”.'],
  [['Button'], 'layer', 'Placed as a new layer below “Button”.'],
  [['Group of shapes'], 'layer', 'Placed as a new layer in “Group of shapes”'],
]
const refused: Row[] = [
  [['Group of shapes', 'Line'], 'layer', 'layer_impossible', 'Line'],
  [['Group of shapes'], 'fill', 'node_has_no_fill', 'Group of shapes'],
  [['Mixed text'], 'fill', 'node_has_no_fill', 'Mixed text'],
]

test('the same picture goes to every kind of layer, or a sentence says why not', async () => {
  for (const [path, way, said] of placed) {
    await choose(...path)
    await place(way)
    await says(said)
  }
  await look(open, 'canvas-2-everywhere')
  for (const [path, way, code, name = ''] of refused) {
    await choose(...path)
    const { message } = makeFailure(code as FailureCode, { name })
    if (code === 'node_has_no_fill') await cannotPlace(way, message)
    else {
      await place(way)
      await says(message)
    }
  }
  await look(open, 'canvas-3-refused')
})

test('an instance: its layers take a fill, the main component stays as it is, new layers are refused', async () => {
  const instance = open.page.locator('[data-id="5:20"]')
  await instance.click()
  await cannotPlace('layer', makeFailure('node_inside_instance', { name: 'Card' }).message)
  await instance.locator('.layer-chevron').click()
  const photo = open.page.locator('[data-id="5:20"] ~ [role=treeitem]', { hasText: 'Photo' }).first()
  await photo.click()
  await knows('Photo')
  await place('fill')
  await says('Placed as the image fill of “Photo”.')
  await expect.poll(() => imageFills().count()).toBe(2)
  await open.page.locator('[data-id="5:10"]').click()
  const row = open.page.locator('[data-id="5:10"]')
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.layer-chevron').click()
  await open.page.locator('[data-id="5:10"] ~ [role=treeitem]', { hasText: 'Photo' }).first().click()
  await expect.poll(() => imageFills().count()).toBe(1)
})

test('a read-only file: a sentence, nothing placed, and the picture stays', async () => {
  const access = open.page.getByRole('combobox', { name: 'File access' })
  await access.selectOption('view')
  await choose('Auto layout row')
  await place('fill')
  await says(makeFailure('file_read_only').message)
  expect(await imageFills().count()).toBe(0)
  await look(open, 'canvas-4-read-only')
  await access.selectOption('edit')
})

test('a banner of 20:1 says that only a strip stays visible; the picture covers it', async () => {
  const { plugin } = open
  await tab(open, 'Create').click()
  await selectFrame(open, 'Banner 20:1')
  await plugin.getByText('only a strip of the picture stays visible').waitFor()
  await look(open, 'canvas-5-banner')
  await brief(open).fill(IDEA)
  await generateButton(open).click()
  await results(open)
  await place('fill')
  await says('Placed as the image fill of “Banner 20:1”.')
  await expect.poll(() => imageFills().first().textContent()).toContain('Image · Crop')
  await look(open, 'canvas-6-banner-filled')
})

test('three WEBP results in the campaign: look at them, and place the second from there', async () => {
  const { page, plugin } = open
  await open.open('social')
  await selectFrame(open, 'X post 1600×900')
  await brief(open).fill('coffee beans')
  await plugin.getByRole('combobox', { name: 'Format' }).selectOption('webp')
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('3')
  await generateButton(open).click()
  const job = await results(open)
  await job.getByText('Choose a picture to place it.').waitFor()
  expect(await job.getByRole('button', { name: 'Fill', exact: true }).count()).toBe(0)
  await look(open, 'canvas-7-three')
  await job.getByRole('button', { name: 'Look at picture 2' }).click()
  const dialog = plugin.getByRole('dialog')
  await dialog.getByText('2 of 3').waitFor()
  await look(open, 'canvas-8-zoom')
  await dialog.getByRole('button', { name: 'Layer', exact: true }).click()
  await dialog.getByText('Placed as a new layer in “X post 1600×900”, beneath its text.').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => plugin.getByRole('dialog').count()).toBe(0)
  expect(await job.getByRole('button', { name: 'Choose picture 2' }).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('treeitem', { name: 'Framewright · coffee beans' }).click()
  await expect.poll(() => imageFills().first().textContent()).toContain('1280 × 720')
  await look(open, 'canvas-9-campaign')
})

test('a card waiting for its photo, and a screen inside a group', async () => {
  await open.open('cards')
  await selectFrame(open, 'Shop grid', 'Card / Linen throw', 'Photo')
  await brief(open).fill('a folded linen throw')
  await open.plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('1')
  await generateButton(open).click()
  await results(open)
  await place('fill')
  await says('Placed as the image fill of “Photo”.')
  await look(open, 'canvas-10-card')
  await open.open('mockup')
  await selectFrame(open, 'App icon')
  await brief(open).fill('a paper boat')
  await generateButton(open).click()
  await results(open)
  await place('fill')
  await says('Placed as the image fill of “App icon”.')
  await look(open, 'canvas-11-icon')
})
