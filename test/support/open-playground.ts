import type { Browser, FrameLocator, Page } from 'playwright-core'
import { servePlayground } from '../../scripts/serve-playground.ts'
import { launchBrowser } from './launch-browser.ts'
import { startTestProxy, type TestProxy, type TestProxyOverrides } from './start-test-proxy.ts'

export interface OpenPlayground {
  page: Page
  /** The plugin's window, inside its sandbox. */
  plugin: FrameLocator
  proxy: TestProxy
  /** What the browser complained about. */
  complaints: string[]
  close(): Promise<void>
}

export interface PlaygroundQuestion {
  scene: string
  theme?: 'light' | 'dark'
  proxy?: TestProxyOverrides
  viewport?: { width: number; height: number }
}

let browser: Promise<Browser> | undefined

/** Closes the browser that all playgrounds of a test file share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** A real proxy, the real playground and the built plugin, in a fresh browser profile. */
export async function openPlayground(question: PlaygroundQuestion): Promise<OpenPlayground> {
  const proxy = await startTestProxy(question.proxy)
  const playground = await servePlayground({ port: 0, proxyUrl: proxy.url, token: proxy.token })
  browser ??= launchBrowser()
  const context = await (await browser).newContext({ viewport: question.viewport ?? { width: 1440, height: 900 } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(`${playground.url}/?scene=${question.scene}&theme=${question.theme ?? 'light'}`)
  return {
    page,
    plugin: page.frameLocator('iframe[title="Plugin"]'),
    proxy,
    complaints,
    async close() {
      await context.close()
      await Promise.all([playground.close(), proxy.close()])
    },
  }
}
