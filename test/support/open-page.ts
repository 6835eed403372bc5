import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { servePlayground } from '../../scripts/serve-playground.ts'

export interface OpenPage {
  page: Page
  /** The plugin's window, inside its sandbox. */
  plugin: FrameLocator
  /** What the browser complained about. */
  complaints: string[]
  /** Opens another sample document, with what this browser remembers. */
  open(scene: string, theme?: 'light' | 'dark'): Promise<void>
  close(): Promise<void>
}

export interface PageQuestion {
  scene: string
  theme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
  /** What the plugin finds in its settings. */
  proxyUrl: string
  token: string
}

let browser: Promise<Browser> | undefined

/** Leaves the browser that all pages of a test file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** The real playground with the built plugin, in a fresh browser profile. */
export async function openPage(question: PageQuestion): Promise<OpenPage> {
  const { proxyUrl, token, viewport = { width: 1440, height: 900 } } = question
  const playground = await servePlayground({ port: 0, proxyUrl, token })
  browser ??= chromium.connect(inject('browserAddress'))
  const context = await (await browser).newContext({ viewport })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  const open = async (scene: string, theme = question.theme ?? 'light') => {
    await page.goto(`${playground.url}/?scene=${scene}&theme=${theme}`)
  }
  await open(question.scene)
  return {
    page,
    plugin: page.frameLocator('iframe[title="Plugin"]'),
    complaints,
    open,
    async close() {
      await context.close()
      await playground.close()
    },
  }
}
