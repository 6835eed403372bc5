import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeBrowser } from '#support/open-page.ts'
import { type OpenPlayground, openPlayground } from '#support/open-playground.ts'
import { brief, generateButton, jobs, layer, look, results, selectFrame, tab } from './designer.ts'
import { violations } from './violations.ts'

const IDEA = 'a paper kite'
let open: OpenPlayground

beforeAll(async () => {
  open = await openPlayground({ scene: 'hero' })
})

afterAll(async () => {
  await open.close()
  await closeBrowser()
})

/** The focused element in the plugin's window, by its accessible name or label. */
const focused = () =>
  open.plugin.locator(':focus').evaluate((element) => {
    const label = element instanceof HTMLTextAreaElement ? element.labels[0]?.textContent : null
    return element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
  })

/** Presses Tab until something with that name has the focus. */
async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await open.page.keyboard.press(key)
    const now = (await open.plugin.locator(':focus').count()) > 0 ? await focused() : ''
    if (typeof name === 'string' ? now === name : name.test(now)) return
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('by keyboard alone: from the layer list to a placed picture', async () => {
  const { page, plugin } = open
  const { keyboard } = page
  await brief(open).waitFor()
  await layer(open, 'Newsletter banner').focus()
  await keyboard.press('Enter')
  await plugin.getByText('1440 × 480').first().waitFor()
  await tabTo('Brief')
  await keyboard.type(IDEA)
  await expect.poll(() => generateButton(open).isEnabled()).toBe(true)
  await keyboard.press('Control+Enter')
  await results(open)
  await tabTo(/^Look at picture 1/)
  await look(open, 'reach-1-focus')
  await keyboard.press('Enter')
  const dialog = plugin.getByRole('dialog')
  await dialog.waitFor()
  await keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  await expect.poll(focused).toMatch(/^Look at picture 1/)
  await keyboard.press('Enter')
  await tabTo('Layer')
  await keyboard.press('Enter')
  await dialog.getByText('Placed as a new layer in “Newsletter banner”, beneath its text.').waitFor()
  await keyboard.press('Escape')
  await expect.poll(() => layer(open, `Framewright · ${IDEA}`).count()).toBe(1)
  await tabTo(/^Generate 1 more/)
  await keyboard.press('Enter')
  await expect.poll(() => jobs(open).count()).toBe(2)
  await results(open)
})

test.each(['light', 'dark'] as const)(
  'nothing serious for axe on any screen, and nothing to scroll sideways, %s',
  async (theme) => {
    const { page, plugin } = open
    await open.open('hero', theme)
    await selectFrame(open, 'Newsletter banner')
    await plugin.getByText('Draft', { exact: true }).waitFor()
    for (const title of ['More', 'Final prompt']) await plugin.locator('summary', { hasText: title }).click()
    const screens: [string, () => Promise<unknown>][] = [
      ['Create', () => brief(open).waitFor()],
      ['Results', () => results(open)],
      ['Settings', () => plugin.getByText(/^Connected as local/).waitFor()],
    ]
    const found: Record<string, string[]> = {}
    for (const [name, ready] of screens) {
      await tab(open, name).click()
      await ready()
      found[name] = await violations(open)
      expect(await sideways(), name).toEqual([])
    }
    await page.locator('.plugin-body').evaluate((body) => Object.assign(body.style, { width: '320px' }))
    for (const [name, ready] of screens) {
      await tab(open, name).click()
      await ready()
      expect(await sideways(), `${name} at 320 pixels`).toEqual([])
      await look(open, `reach-2-${theme}-320-${name.toLowerCase()}`)
    }
    expect(found).toEqual({ Create: [], Results: [], Settings: [] })
  },
)

/** What is wider than its box, or sticks out of the window. */
const sideways = () =>
  open.plugin.locator('body').evaluate((body) => {
    const width = body.ownerDocument.documentElement.clientWidth
    return [...body.querySelectorAll<HTMLElement>('*')]
      .filter((element) => {
        const { position, clipPath } = getComputedStyle(element)
        if (position === 'absolute' && clipPath !== 'none') return false
        const box = element.getBoundingClientRect()
        return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5)
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`)
  })
