import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { generateButton, look, results, select, selectFrame, tab } from './designer.ts'
import { changedByPlacing, newestJob, placedBytes, watchPlacing } from './placed-pictures.ts'
import { violations } from './violations.ts'

let open: OpenPlayground

beforeAll(async () => {
  open = await openPlayground({ scene: 'edits', theme: 'dark' })
  await watchPlacing(open)
})
afterAll(async () => {
  await open.close()
  await closeBrowser()
})

const says = (text: string | RegExp) => open.plugin.getByText(text).first().waitFor()
const press = (name: string) => open.plugin.getByRole('button', { name, exact: true }).click()

test('a square becomes 16:9 around its own pixels, which stay exactly as they are', async () => {
  const { page, plugin } = open
  await plugin.getByRole('radio', { name: 'Expand' }).check()
  await select(open, 'Square photo')
  await press('Edit this picture: Square photo')
  await plugin.getByRole('region', { name: 'Original' }).waitFor()
  await says('The picture already fills this size.')
  await select(open, 'Banner 16:9')
  await says(/^(\d+) × \1 becomes \d+ × \1 pixels$/)
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('1')
  await look(open, 'edits-5-expand')
  await generateButton(open).click()
  await results(open)
  await says(/^0 pixels changed in the original · the model had changed/)
  await look(open, 'edits-5-expanded')
  await press('Fill')
  await says('Placed as the image fill of “Banner 16:9”.')
  await expect.poll(() => page.locator('.fill-image').count()).toBe(1)
  expect(await changedByPlacing(open)).toEqual({ outside: 0, inside: 0 })
  const { image } = (await newestJob(open)).results[0] ?? expect.fail('no result')
  expect(image.width / image.height).toBeCloseTo(16 / 9, 2)
})

test('a subject is cut out: asked for on a flat colour, placed with nothing behind it', async () => {
  const { plugin } = open
  await tab(open, 'Create').click()
  await plugin.getByRole('radio', { name: 'Cut out' }).check()
  await selectFrame(open, 'Product card')
  await says(/the subject is asked for on #00ff00 and cut out here/)
  await plugin.getByRole('textbox', { name: 'Subject' }).fill('a ceramic mug with a curved handle')
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('1')
  await look(open, 'edits-6-cutout')
  await generateButton(open).click()
  const job = await results(open)
  await job.getByText(/^Cut out from a flat colour · \d+\s% is transparent$/).waitFor()
  await look(open, 'edits-7-cut-out')
  expect(await violations(open)).toEqual([])
  await press('Layer')
  await says(/^Placed as a new layer in “Product card”/)
  const { channels, isOpaque } = await sharp(await placedBytes(open, await newestJob(open))).stats()
  expect(isOpaque).toBe(false)
  expect(channels[3]).toMatchObject({ min: 0, max: 255 })
})
