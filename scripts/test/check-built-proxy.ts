/** Builds the proxy into an empty folder outside the repository, makes a picture with it and stops it. Exits with 1 when a part does not work. */

import { strict as assert } from 'node:assert'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sniffFormat } from '#domain/image.ts'
import { buildProxy } from '../build-proxy.ts'
import { makeOfflinePicture } from '../offline-job.ts'
import { startProxyProcess } from '../proxy-process.ts'

const MOST_IDLE_MB = 120

async function check(folder: string): Promise<void> {
  await buildProxy(folder)
  assert.match(readFileSync(join(folder, 'THIRD-PARTY.txt'), 'utf8'), /^zod .+ \(MIT\)$/m)
  const dataDir = join(folder, 'data')
  const proxy = await startProxyProcess(join(folder, 'proxy.mjs'), dataDir)
  try {
    const idle = proxy.memoryMb() ?? 0
    assert.ok(idle <= MOST_IDLE_MB, `It takes ${idle.toFixed(0)} MB at rest, more than ${MOST_IDLE_MB}`)
    assert.equal(sniffFormat(await makeOfflinePicture(proxy)), 'png')
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
    const listed = execFileSync(process.execPath, [join(folder, 'framewright.mjs'), 'members', 'list'], {
      env,
      cwd: folder,
    })
    assert.match(String(listed), /local/)
  } finally {
    assert.equal(await proxy.stop(), 0, 'It does not stop cleanly')
  }
}

const folder = mkdtempSync(join(tmpdir(), 'framewright-built-'))
try {
  await check(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
