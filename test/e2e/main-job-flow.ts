import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { OpenPlayground } from '#support/open-playground.ts'
import { layer, look } from './designer.ts'

/** The selected layer's image fills, as the design panel lists them. */
const imageFills = ({ page }: OpenPlayground): Locator => page.locator('.fill-image')

/** Selects the hero frame, keeps it, and adds its product photo as a reference. */
async function writeBrief(open: OpenPlayground): Promise<void> {
  const { plugin } = open
  await layer(open, 'Hero').click()
  await plugin.getByRole('region', { name: 'Frame' }).getByText('Hero', { exact: true }).waitFor()
  await plugin.getByText('1440 × 900').first().waitFor()
  await plugin.getByRole('button', { name: /^Keep this frame/ }).click()
  await layer(open, 'Product photo').click()
  await plugin.getByRole('button', { name: 'Add original: Product photo' }).click()
  const role = plugin.getByRole('combobox', { name: 'Role of reference 1, Product photo' })
  await role.waitFor()
  await role.selectOption('subject')
  await plugin.getByRole('textbox', { name: 'Brief' }).fill('matte black desk lamp on walnut, warm morning light')
  await plugin.getByRole('radio', { name: 'Review' }).check()
  await plugin.getByRole('combobox', { name: 'Previews' }).selectOption('3')
}

async function generate(open: OpenPlayground, label: string): Promise<void> {
  const { plugin } = open
  await look(open, `${label}-1-brief`)
  const button = plugin.getByRole('button', { name: /^Generate 1 · \$0\.\d+$/ })
  const preview = plugin.locator('figure img').first()
  // A preview goes when its picture comes: one look, begun before the click, takes hold of it.
  const seen = preview.evaluate(async (image: HTMLImageElement) => {
    if (!image.complete) await new Promise((loaded) => image.addEventListener('load', loaded, { once: true }))
    return image.naturalWidth
  })
  const [width] = await Promise.all([seen, button.click()])
  expect(width).toBeGreaterThan(0)
  await look(open, `${label}-2-partial`)
  await plugin.getByRole('button', { name: 'Fill', exact: true }).waitFor()
  await look(open, `${label}-3-result`)
}

async function placeUndoRedo(open: OpenPlayground, label: string): Promise<void> {
  const { page, plugin } = open
  await layer(open, 'Hero').click()
  const before = await imageFills(open).count()
  await plugin.getByRole('button', { name: 'Fill', exact: true }).click()
  await expect.poll(() => imageFills(open).count()).toBe(before + 1)
  await expect.poll(() => imageFills(open).first().textContent()).toContain('Image · Crop')
  await look(open, `${label}-4-filled`)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => imageFills(open).count()).toBe(before)
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect.poll(() => imageFills(open).count()).toBe(before + 1)
}

async function placeLayer(open: OpenPlayground, label: string): Promise<void> {
  const { page, plugin } = open
  await plugin.getByRole('button', { name: 'Layer', exact: true }).click()
  const placed = page.getByRole('treeitem', { name: /^Framewright/ })
  await placed.waitFor()
  const names = await page
    .getByRole('treeitem')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))
  const at = names.findIndex((name) => name?.startsWith('Framewright'))
  for (const text of ['Headline', 'Sub-line', 'Eyebrow']) expect(names.indexOf(text)).toBeLessThan(at)
  await expect.poll(() => placed.getAttribute('aria-selected')).toBe('true')
  await expect.poll(() => page.getByRole('button', { name: /Framewright|Open/ }).count()).toBeGreaterThan(0)
  await look(open, `${label}-5-layer`)
}

/** The main job, from an empty selection to a placed layer, as a designer does it. */
export async function mainJob(open: OpenPlayground, label: string): Promise<void> {
  await writeBrief(open)
  await generate(open, label)
  await placeUndoRedo(open, label)
  await placeLayer(open, label)
  expect(open.complaints).toEqual([])
}
