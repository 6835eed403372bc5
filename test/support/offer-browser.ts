import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import packed from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of this run takes connections. */
    browserAddress: string
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const wellKnown = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function systemBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...wellKnown].find((file) =>
    existsSync(file),
  )
}

/**
 * Own arguments on purpose: those `@sparticuz/chromium` suggests switch off web security, and a missing CORS header
 * would go unnoticed. The plugin's window has a process of its own, as on a designer's computer; browsers skip that
 * where memory is small.
 */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--site-per-process',
  '--font-render-hinting=none',
]

/** One browser for a whole run of the browser tests: the machine's Chromium or Chrome, else the one from npm. */
export default async function offerBrowser(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = systemBrowser() ?? (await packed.executablePath())
  const server = await chromium.launchServer({ executablePath, args })
  project.provide('browserAddress', server.wsEndpoint())
  return () => server.close()
}
