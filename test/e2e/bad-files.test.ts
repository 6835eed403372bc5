import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import * as samples from '#support/sample-images.ts'
import { alert, brief, ended, generateButton, jobs, look, selectFrame, tab } from './designer.ts'

const IDEA = 'a bowl of lemons'
let open: OpenPlayground

beforeAll(async () => {
  open = await openPlayground({ scene: 'hero' })
  await selectFrame(open, 'Newsletter banner')
  await brief(open).fill(IDEA)
})

afterAll(async () => {
  await open.close()
  await closeBrowser()
})

interface PickedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const file = (name: string, bytes: Uint8Array): PickedFile => ({
  name,
  mimeType: name.endsWith('.png') ? 'image/png' : 'image/jpeg',
  buffer: Buffer.from(bytes),
})

const chooseFiles = (...files: PickedFile[]) => open.plugin.locator('input[type=file]').setInputFiles(files)

/** Drops files on the create screen, as from the desktop. */
async function dropFiles(...files: PickedFile[]): Promise<void> {
  const rows = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  await open.plugin.locator('main').evaluate((main, dropped) => {
    const transfer = new DataTransfer()
    for (const { name, mimeType, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type: mimeType }))
    }
    main.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  }, rows)
}

const references = () => open.plugin.getByRole('combobox', { name: /^Role of reference/ })
const removeAll = async () => {
  const remove = open.plugin.getByRole('button', { name: /^Remove reference 1,/ })
  while ((await references().count()) > 0) await remove.click()
}

test.each([
  ['a text file', () => samples.textNamedPng(), makeFailure('image_unreadable').message],
  [
    'a truncated PNG',
    async () => samples.truncated(await samples.noise().png().toBuffer(), 0.5),
    makeFailure('image_damaged').message,
  ],
  [
    'a 30,000 × 30,000 header',
    () => samples.hugePngHeader(),
    'This picture is 30000 × 30000 pixels, more than the limit',
  ],
])('%s is refused in a sentence and can be put away', async (_, make, sentence) => {
  const { plugin } = open
  for (const [name, add] of [
    ['chosen.png', chooseFiles],
    ['dropped.png', dropFiles],
  ] as const) {
    await add(file(name, await make()))
    const problem = plugin.getByRole('alert').filter({ hasText: name })
    await problem.waitFor()
    expect(await problem.textContent()).toContain(sentence)
    if (name === 'dropped.png') await look(open, `bad-files-1-${_.replaceAll(/[^a-z]+/gi, '-')}`)
    await plugin.getByRole('button', { name: `Dismiss the problem with ${name}` }).click()
  }
  expect(await alert(plugin).count()).toBe(0)
  expect(await brief(open).inputValue()).toBe(IDEA)
  expect(await generateButton(open).isEnabled()).toBe(true)
})

test('CMYK, 16-bit and rotated pictures are taken, the rotated one upright', async () => {
  const { plugin } = open
  await dropFiles(file('cmyk.jpg', await samples.cmykJpeg()))
  await expect.poll(() => references().count()).toBe(1)
  await chooseFiles(file('deep.png', await samples.deepPng()), file('turned.jpg', await samples.exifRotatedJpeg()))
  await expect.poll(() => references().count()).toBe(3)
  expect(await alert(plugin).count()).toBe(0)
  await plugin.getByTitle('turned.jpg · 96 × 64').waitFor()
  const thumbnail = plugin.getByRole('img', { name: 'turned.jpg', exact: true })
  const corners = await thumbnail.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const at = (x: number, y: number) => [...(context?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3)
    return { topLeft: at(4, 4), bottomRight: at(width - 5, height - 5), wide: width > height }
  })
  expect(corners.wide).toBe(true)
  const [red = 0, green = 255] = corners.topLeft
  expect(red - green).toBeGreaterThan(120)
  const [yellowRed = 0, yellowGreen = 0, yellowBlue = 255] = corners.bottomRight
  expect(Math.min(yellowRed, yellowGreen) - yellowBlue).toBeGreaterThan(100)
  await look(open, 'bad-files-2-taken')
  await generateButton(open).click()
  const job = await ended(open)
  expect(await alert(job).count()).toBe(0)
  await tab(open, 'Create').click()
  await removeAll()
})

test('seventeen references are one too many, in a sentence; the same picture counts once', async () => {
  const colours = Array.from({ length: 17 }, (_, index) => `#${(index * 14 + 16).toString(16)}8040`)
  const pictures = await Promise.all(colours.map((colour) => samples.flatPng(colour, 64, 64)))
  await chooseFiles(...pictures.map((bytes, index) => file(`${index + 1}.png`, bytes)))
  await expect.poll(() => references().count()).toBe(17)
  const sentence = makeFailure('too_many_references', { count: 17, limit: 16 }).message
  await open.plugin.getByText(sentence).waitFor()
  expect(await generateButton(open).isDisabled()).toBe(true)
  await look(open, 'bad-files-3-seventeen')
  await open.plugin.getByRole('button', { name: /^Remove reference 17,/ }).click()
  await expect.poll(() => open.plugin.getByText(sentence).count()).toBe(0)
  expect(await generateButton(open).isEnabled()).toBe(true)
  await chooseFiles(file('again.png', pictures[0] ?? Buffer.alloc(0)))
  await expect.poll(() => open.plugin.getByText('Adding again.png').count()).toBe(0)
  expect(await references().count()).toBe(16)
  await removeAll()
})

test('an idea of 40,000 characters is refused in a sentence, and kept', async () => {
  const { plugin, page } = open
  const long = 'lemons '.repeat(5_714).padEnd(40_000, '.')
  await brief(open).fill(long)
  await plugin
    .getByText(/^The brief makes a prompt of 4\d,?\d{3} characters and the model reads at most 32,?000/)
    .waitFor()
  expect(await generateButton(open).isDisabled()).toBe(true)
  await look(open, 'bad-files-4-long')
  await expect
    .poll(() => page.evaluate(() => (localStorage.getItem('clientStorage:draft') ?? '').length))
    .toBeGreaterThan(40_000)
  await page.reload()
  await expect.poll(async () => (await brief(open).inputValue()).length).toBe(40_000)
  await selectFrame(open, 'Newsletter banner')
})

test('an empty brief says so and keeps its price; nothing is sent by the keyboard either', async () => {
  const before = await tab(open, 'Results').textContent()
  await brief(open).fill('   ')
  await open.plugin.getByText(makeFailure('idea_missing').message).waitFor()
  expect(await generateButton(open).isDisabled()).toBe(true)
  expect(await generateButton(open).textContent()).toMatch(/^Generate 1 · \$0\.\d+$/)
  await brief(open).press('Control+Enter')
  await look(open, 'bad-files-5-empty')
  expect(await tab(open, 'Results').textContent()).toBe(before)
  await tab(open, 'Results').click()
  expect(await jobs(open).count()).toBe(1)
})
