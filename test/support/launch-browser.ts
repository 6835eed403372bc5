import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import packed from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

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
 * would go unnoticed.
 */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

/** The machine's Chromium or Chrome, else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = systemBrowser() ?? (await packed.executablePath())
  return chromium.launch({ executablePath, args })
}
