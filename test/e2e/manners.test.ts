import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { flatPng } from '#support/sample-images.ts'
import { alert, brief, generateButton, look, results, select, selectFrame, tab, target } from './designer.ts'

let open: OpenPlayground

beforeAll(async () => {
  open = await openPlayground({ scene: 'hero', theme: 'dark' })
  await selectFrame(open, 'Newsletter banner')
})

afterAll(async () => {
  await open.close()
  await closeBrowser()
})

interface Carried {
  text?: string
  files?: { name: string; type: string; base64: string }[]
}

/** Drops or pastes on an element; answers whether the window took it in place of the browser. */
function bring(on: Locator, kind: 'drop' | 'dragover' | 'paste', carried: Carried): Promise<boolean> {
  return on.evaluate(
    (element, [type, { text, files = [] }]) => {
      const transfer = new DataTransfer()
      if (text) transfer.setData('text/plain', text)
      for (const file of files) {
        const bytes = Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0))
        transfer.items.add(new File([bytes], file.name, { type: file.type }))
      }
      const more = { bubbles: true, cancelable: true }
      const event =
        type === 'paste'
          ? new ClipboardEvent(type, { ...more, clipboardData: transfer })
          : new DragEvent(type, { ...more, dataTransfer: transfer })
      return !element.dispatchEvent(event)
    },
    [kind, carried] as const,
  )
}

const notes = { name: 'notes.txt', type: 'text/plain', base64: btoa('hello') }
const picture = async (name: string, colour: string) => ({
  name,
  type: 'image/png',
  base64: (await flatPng(colour, 64, 64)).toString('base64'),
})
const role = (name: string) =>
  open.plugin.getByRole('combobox', { name: new RegExp(`^Role of reference \\d+, ${name}$`) })
const focused = () => open.plugin.locator(':focus').getAttribute('aria-label')

test('the window is as confined as in Figma: no origin, and nothing that needs a secure one', async () => {
  const seen = await open.plugin
    .locator('main')
    .evaluate(() => [globalThis.origin, isSecureContext, typeof globalThis.crypto.subtle])
  expect(seen).toEqual(['null', false, 'undefined'])
})

test('a file that is no picture is never opened in place of the plugin, and is refused by name', async () => {
  const { plugin } = open
  for (const part of ['main', 'header, nav', 'footer']) {
    expect(await bring(plugin.locator(part).first(), 'dragover', { files: [notes] })).toBe(true)
    expect(await bring(plugin.locator(part).first(), 'drop', { files: [notes] })).toBe(true)
    await alert(plugin).getByText(makeFailure('image_unreadable').message).waitFor()
    await plugin.getByRole('button', { name: 'Dismiss the problem with notes.txt' }).click()
    await expect.poll(focused).toBe('Add picture files')
  }
  await tab(open, 'Results').click()
  expect(await bring(plugin.locator('main'), 'drop', { files: [notes] })).toBe(true)
  await tab(open, 'Create').click()
  expect(await alert(plugin).count()).toBe(0)
  expect(await bring(plugin.locator('main'), 'drop', { text: 'words' })).toBe(false)
})

test('pasted text stays text, a pasted picture becomes a reference', async () => {
  const files = [await picture('image.png', '#204080')]
  expect(await bring(brief(open), 'paste', { text: 'A1\tB1', files })).toBe(false)
  expect(await bring(brief(open), 'paste', { text: 'image.png', files })).toBe(true)
  await role('image.png').waitFor()
  expect(await bring(brief(open), 'paste', { files: [await picture('shot.png', '#a04020')] })).toBe(true)
  await role('shot.png').waitFor()
  expect(await bring(open.plugin.locator('main'), 'paste', { files: [await picture('again.png', '#204080')] })).toBe(
    true,
  )
  await open.page.getByText('“again.png” is already in the list.').waitFor()
})

test('the focus stays in a list when one of its rows goes', async () => {
  const { plugin } = open
  await plugin.getByRole('button', { name: 'Remove reference 1, image.png' }).click()
  await expect.poll(focused).toBe('Remove reference 1, shot.png')
  await plugin.getByRole('button', { name: 'Remove reference 1, shot.png' }).click()
  await expect.poll(focused).toBe('Add picture files')
  await plugin.getByText('Words in the picture, avoid').click()
  await plugin.getByRole('button', { name: 'Add words' }).click()
  await plugin.getByRole('button', { name: 'Add words' }).click()
  await plugin.getByRole('button', { name: 'Remove line 1 of Words in the picture' }).click()
  await expect.poll(focused).toBe('Remove line 1 of Words in the picture')
  await plugin.getByRole('button', { name: 'Remove line 1 of Words in the picture' }).click()
  await expect.poll(() => plugin.locator(':focus').textContent()).toBe('Add words')
})

test('the frame is held by a pin, and the references say what for', async () => {
  const { plugin } = open
  await plugin.getByText('keep the frame with the pin').waitFor()
  await look(open, 'manners-1-unpinned')
  await plugin.getByRole('button', { name: /^Keep this frame/ }).click()
  await select(open, 'Hero', 'Product photo')
  await plugin.getByText('Select layers on the canvas to add them.').waitFor()
  await plugin.getByRole('button', { name: 'Add original: Product photo' }).waitFor()
  expect(await target(open).getByText('Newsletter banner').count()).toBe(1)
  await look(open, 'manners-2-pinned')
  await plugin.getByRole('button', { name: /^Follow the selection/ }).click()
  await selectFrame(open, 'Newsletter banner')
})

test('a brief that another takes the place of can be brought back', async () => {
  const { plugin } = open
  await brief(open).fill('a bowl of lemons')
  await generateButton(open).click()
  const job = await results(open)
  await look(open, 'manners-3-flat')
  const tile = await job.getByRole('button', { name: /^Choose picture 1 / }).boundingBox()
  const edges = await plugin.locator('main').evaluate((main) => ({
    window: innerWidth,
    tile: main.querySelector('article li')?.getBoundingClientRect().right,
  }))
  expect(tile?.height).toBeGreaterThan(0)
  expect(edges.tile).toBe(edges.window - 16)
  await tab(open, 'Create').click()
  await brief(open).fill('a bowl of limes')
  await tab(open, 'Results').click()
  await job.getByRole('button', { name: 'Edit brief' }).click()
  expect(await brief(open).inputValue()).toBe('a bowl of lemons')
  await plugin.getByText('“a bowl of limes”').waitFor()
  await look(open, 'manners-4-replaced')
  await plugin.getByRole('button', { name: 'Bring it back' }).click()
  expect(await brief(open).inputValue()).toBe('a bowl of limes')
  await plugin.getByRole('button', { name: 'Dismiss' }).click()
  expect(await plugin.getByRole('button', { name: 'Bring it back' }).count()).toBe(0)
  const right = (selector: string) =>
    plugin.locator(selector).evaluate((element) => element.getBoundingClientRect().right)
  expect(await right('textarea')).toBe(await right('footer button'))
  expect(await right('textarea')).toBe(edges.window - 16)
})

test('a picture that could not be fetched is fetched again when the proxy answers', async () => {
  const { page, plugin } = open
  await tab(open, 'Create').click()
  const pictures = (url: URL) => url.pathname.startsWith('/v1/images/')
  await page.route(pictures, (route) => route.abort())
  await generateButton(open).click()
  const job = await results(open)
  await job.getByRole('img', { name: 'Picture 1 (cannot be shown)' }).waitFor()
  await page.unroute(pictures)
  await job.getByRole('button', { name: /^Generate 1 more/ }).click()
  const tile = plugin.locator('article').nth(1).getByRole('img', { name: 'Picture 1', exact: true })
  await tile.waitFor()
  await expect.poll(() => tile.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})

test('an address the manifest does not allow is told from a proxy that is not running', async () => {
  const { plugin } = open
  await plugin.getByRole('button', { name: 'Settings' }).first().click()
  await plugin.getByLabel('Address').fill('http://localhost:9')
  await plugin.getByRole('button', { name: 'Test connection' }).click()
  const sentence = makeFailure('proxy_not_allowed', { address: 'http://localhost:9' }).message
  await expect.poll(() => alert(plugin).allTextContents()).toEqual([sentence])
  await look(open, 'manners-5-not-allowed')
})
