import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { composite } from '#proxy/pixels/edit/composite.ts'
import { plainComposite } from './plain-composite.ts'
import { ORIGINAL, ROWS } from './rows.ts'

/** One way of putting one edit together, in a process of its own: an edit for every message. */
const [way, folder = '', row = '0'] = process.argv.slice(2)
const read = (name: string): Uint8Array => readFileSync(join(folder, name))
const files = { original: read('original.png'), mask: read(`mask-${row}.png`), raw: read(`raw-${row}.png`) }
const window = ROWS[Number(row)]?.window ?? { x: 0, y: 0, ...ORIGINAL }
const cut = {
  original: { imageId: '0'.repeat(64), ...ORIGINAL, name: '', fill: null },
  canvas: ORIGINAL,
  at: { x: 0, y: 0 },
  mask: null,
  matte: '#ffffff',
  window,
}

async function edit(): Promise<{ bytes: number; seam: { before: number; after: number } | null; changed: number }> {
  if (way === 'plain') return { bytes: (await plainComposite(files, window)).length, seam: null, changed: 0 }
  const { png, measures } = await composite({ ...files, cut, match: true })
  return { bytes: png.length, seam: measures?.seam ?? null, changed: measures?.changedOutside ?? -1 }
}

process.on('message', async () => {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const [started, before] = [performance.now(), process.cpuUsage()]
  const found = await edit()
  const milliseconds = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  loop.disable()
  process.send?.({ ...found, milliseconds, processor: (user + system) / 1000, held: loop.max / 1e6 })
})
process.send?.('ready')
