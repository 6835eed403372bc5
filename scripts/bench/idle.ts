import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { buildProxy } from '../build-proxy.ts'
import { makeOfflinePicture } from '../offline-job.ts'
import { startProxyProcess } from '../proxy-process.ts'

const MOST_MB = 120
const MOST_READY_MS = 1_000
const ROUNDS = 3
const JOBS = 5
/** Long enough for the garbage of starting and of jobs to be let go. */
const SETTLE_MS = 5_000

interface Measured {
  readyMs: number
  idleMb: number
  afterJobsMb: number
}

/** Prints how soon a proxy listens and what it takes at rest; false when the built one is slower or larger than it may be. */
export async function benchIdle(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'framewright-idle-'))
  try {
    await buildProxy(folder)
    const built = await measure(join(folder, 'proxy.mjs'), folder)
    const source = await measure('src/proxy/main.ts', folder)
    console.log(`Best of ${ROUNDS} starts; memory is what is resident, ${SETTLE_MS / 1000} s later`)
    print('built', built)
    print('source', source)
    const holds = built.readyMs <= MOST_READY_MS && built.idleMb <= MOST_MB
    console.log(`${holds ? '✓' : '✗'} built: ready within ${MOST_READY_MS} ms, at most ${MOST_MB} MB at rest`)
    return holds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(name: string, { readyMs, idleMb, afterJobsMb }: Measured): void {
  const cells = [name.padEnd(8), `ready ${readyMs.toFixed(0)} ms`.padEnd(16), `idle ${idleMb.toFixed(0)} MB`.padEnd(14)]
  console.log(`${cells.join('')}after ${JOBS} offline jobs ${afterJobsMb.toFixed(0)} MB`)
}

async function measure(file: string, folder: string): Promise<Measured> {
  const best: Measured = { readyMs: Infinity, idleMb: Infinity, afterJobsMb: Infinity }
  for (let round = 0; round < ROUNDS; round++) {
    const proxy = await startProxyProcess(file, join(folder, 'data'))
    best.readyMs = Math.min(best.readyMs, proxy.readyMs)
    await wait(SETTLE_MS)
    best.idleMb = Math.min(best.idleMb, proxy.memoryMb() ?? Infinity)
    if (round === 0) {
      for (let job = 0; job < JOBS; job++) await makeOfflinePicture(proxy)
      await wait(SETTLE_MS)
      best.afterJobsMb = proxy.memoryMb() ?? Infinity
    }
    await proxy.stop()
  }
  return best
}
