/** Starts everything the way `npm start` does, asks each part, stops it as Ctrl-C does. Exits with 1 when a part does not answer. */

import { strict as assert } from 'node:assert'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const READY_SECONDS = 90
const folder = mkdtempSync(join(tmpdir(), 'framewright-start-'))

function start(): ChildProcess {
  // Empty counts as not set, and keeps a key in .env from being used.
  const offline = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OFFLINE_WAIT: '' }
  const env = {
    PATH: process.env['PATH'],
    ...offline,
    PORT: '0',
    PLAYGROUND_PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: '',
  }
  return spawn('node', ['scripts/start.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** What it prints until it is ready. */
async function greeting(child: ChildProcess): Promise<string> {
  let printed = ''
  const late = setTimeout(() => child.kill('SIGKILL'), READY_SECONDS * 1000)
  for await (const chunk of child.stdout ?? []) {
    printed += chunk
    if (printed.includes('Ctrl-C stops everything')) break
  }
  clearTimeout(late)
  return printed
}

function said(printed: string, label: string): string {
  const value = new RegExp(`${label} +(.+)`).exec(printed)?.[1]
  assert.ok(value, `It does not print: ${label}`)
  return value
}

async function check(): Promise<void> {
  const child = start()
  const ended = once(child, 'exit')
  try {
    const printed = await greeting(child)
    assert.match(said(printed, 'Engine'), /offline .* simulated/)
    assert.match(said(printed, 'Data folder'), /framewright-start-/)
    assert.match(printed, /Import plugin from manifest/)
    const page = await fetch(said(printed, 'Playground'))
    assert.match(await page.text(), /Framewright/)
    const headers = { authorization: `Bearer ${said(printed, 'Member token')}` }
    const session = await fetch(`${said(printed, 'Proxy')}/v1/session`, { headers })
    assert.equal(session.status, 200)
  } finally {
    child.kill('SIGINT')
  }
  const [code] = await ended
  assert.equal(code, 0, 'It does not stop cleanly')
}

try {
  await check()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
