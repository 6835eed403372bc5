import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { generateButton, look, results, select, tab } from './designer.ts'
import { changedByPlacing, newestJob, rawChanges, watchPlacing } from './placed-pictures.ts'
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

const says = (text: string | RegExp) => open.plugin.getByText(text).first().waitFor()
const press = (name: string) => open.plugin.getByRole('button', { name, exact: true }).click()
const PROOF = /^0 pixels changed outside the mask · the model had changed \d+\s%/

/** What is to be done to the picture of the living room, whose mask is there already. */
async function edit(verb: string, words: string): Promise<void> {
  const { plugin } = open
  await plugin.getByRole('combobox', { name: 'What to do' }).selectOption({ label: verb })
  await plugin.getByRole('textbox', { name: 'Change', exact: true }).fill(words)
  await plugin.getByRole('combobox', { name: 'Pictures' }).selectOption('1')
  await says(/may change; everything else stays as it is\.$/)
}

async function generate(): Promise<void> {
  await generateButton(open).click()
  await results(open)
  await says(PROOF)
}

async function replace(): Promise<void> {
  await press('Replace')
  await says('Replaced the picture in “Living room”.')
  const { inside, outside } = await changedByPlacing(open)
  expect(outside).toBe(0)
  expect(inside).toBeGreaterThan(100)
}

test('a turned vector over the picture is its mask: nothing outside it changes in the document', async () => {
  const { plugin } = open
  await plugin.getByRole('radio', { name: 'Edit' }).check()
  await select(open, 'Living room')
  await press('Edit this picture: Living room')
  await plugin.getByRole('region', { name: 'Original' }).waitFor()
  await select(open, 'Cushion outline')
  await press('Add “Cushion outline”')
  await edit('Recolour', 'the cushion: forest green')
  await look(open, 'edits-8-vector-mask')
  await generate()
  await look(open, 'edits-9-edited')
  await replace()
})

test('the picture as the model made it can be seen, and placed with a warning', async () => {
  const { plugin } = open
  await plugin.getByRole('button', { name: /^Look at picture 1/ }).click()
  const dialog = plugin.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Raw' }).check()
  await dialog.getByRole('img', { name: 'The picture as the model made it', exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Replace with raw' }).waitFor()
  expect(await dialog.getByRole('button', { name: 'Replace', exact: true }).count()).toBe(0)
  await open.page.keyboard.down('o')
  await dialog.getByRole('img', { name: 'The original' }).waitFor()
  await look(open, 'edits-10-compare')
  await open.page.keyboard.up('o')
  await dialog.getByRole('img', { name: 'The picture as the model made it', exact: true }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await plugin.getByText('Place the raw picture instead').click()
  await says(/^The raw picture changed \d+\s% outside the mask\.$/)
  await look(open, 'edits-11-raw')
  const raw = plugin.getByRole('group', { name: 'Place raw as' })
  await raw.getByRole('button', { name: 'Raw beside', exact: true }).click()
  await says('Placed beside “Living room”.')
  expect((await rawChanges(open)).outside).toBeGreaterThan(0)
})

test('an object is removed through a window around it, for less than the whole picture costs', async () => {
  const { plugin } = open
  await tab(open, 'Create').click()
  await plugin.getByRole('button', { name: /^Remove .*Cushion outline/ }).click()
  await select(open, 'Living room')
  await press('Read the picture again')
  await select(open, 'Over the mug')
  await press('Add “Over the mug”')
  await edit('Remove object', 'the mug')
  await plugin.getByRole('radiogroup', { name: 'What is sent' }).waitFor()
  await look(open, 'edits-12-window')
  expect(await violations(open)).toEqual([])
  await generate()
  const { plan, brief } = await newestJob(open)
  expect(plan.window?.width).toBeLessThan(brief.edit?.canvas.width ?? 0)
  await replace()
})

test('a mask drawn with the brush is where the picture changes', async () => {
  const { page, plugin } = open
  await tab(open, 'Create').click()
  await plugin.getByRole('button', { name: /^Remove .*Over the mug/ }).click()
  await press('Read the picture again')
  await press('Draw')
  const surface = plugin.getByRole('application')
  const box = (await surface.boundingBox()) ?? expect.fail('no surface')
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height * 0.5)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.52, { steps: 5 })
  await page.mouse.up()
  await look(open, 'edits-13-brush')
  await press('Done')
  await edit('Change only this', 'a striped blanket on the sofa')
  await generate()
  await replace()
})
