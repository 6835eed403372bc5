import { mkdirSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import type { OpenPage } from '#support/open-page.ts'

const FOLDER = 'build/screenshots'

/** Takes a picture of the page for a person to look at, when one asked with `SCREENSHOTS=1`. */
export async function look({ page }: OpenPage, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: `${FOLDER}/${name}.png` })
}

export const layer = ({ page }: OpenPage, name: string): Locator => page.getByRole('treeitem', { name, exact: true })

/** Opens the rows on the way to a layer, then selects it. */
export async function select(open: OpenPage, ...path: string[]): Promise<void> {
  const target = path.at(-1) ?? ''
  for (const name of path.slice(0, -1)) {
    const row = layer(open, name).first()
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.layer-chevron').click()
  }
  await layer(open, target).first().click()
}

/** The frame the picture is for, as the plugin shows it. */
export const target = ({ plugin }: OpenPage): Locator => plugin.getByRole('region', { name: 'Frame' })

export async function selectFrame(open: OpenPage, ...path: string[]): Promise<void> {
  await select(open, ...path)
  await target(open)
    .getByText(path.at(-1)?.replace(/, (locked|hidden)$/, '') ?? '', { exact: true })
    .waitFor()
}

export const brief = ({ plugin }: OpenPage): Locator => plugin.getByRole('textbox', { name: 'Brief', exact: true })
export const generateButton = ({ plugin }: OpenPage): Locator =>
  plugin.getByRole('button', { name: /^Generate \d+( ·|$)/ })
export const tab = ({ plugin }: OpenPage, name: string): Locator =>
  plugin.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name })
/** The jobs on the results screen, newest first. */
export const jobs = ({ plugin }: OpenPage): Locator => plugin.getByRole('article')
export const alert = (within: Locator | OpenPage['plugin']): Locator => within.getByRole('alert')

/** Waits until the newest job shows its pictures. */
export async function results(open: OpenPage): Promise<Locator> {
  const newest = jobs(open).first()
  await newest.getByRole('button', { name: /^Choose picture 1 / }).waitFor()
  return newest
}

/** Waits until the newest job shows its pictures or why there are none. */
export async function ended(open: OpenPage): Promise<Locator> {
  const newest = jobs(open).first()
  const picture = newest.getByRole('button', { name: /^Choose picture 1 / })
  await picture.or(newest.getByRole('alert')).first().waitFor()
  return newest
}
