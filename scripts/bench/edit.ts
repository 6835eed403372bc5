import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { drawFiles } from './edit/draw-files.ts'
import { ORIGINAL, ROWS, type Row } from './edit/rows.ts'
import { memoryOf, stopProcess } from './proxy/subject.ts'

const ROUNDS = 9
const WARM_UP = 2
const MOST = 1.3

const WAYS = ['ours', 'plain'] as const
type Way = (typeof WAYS)[number]

const ranSchema = z.object({
  bytes: z.number(),
  seam: z.object({ before: z.number(), after: z.number() }).nullable(),
  /** Pixels outside the mask that differ. */
  changed: z.number(),
  milliseconds: z.number(),
  /** Milliseconds of processor time. */
  processor: z.number(),
  /** The longest that the event loop was held, in milliseconds. */
  held: z.number(),
})
type Ran = z.infer<typeof ranSchema>

interface Measured {
  runs: Record<Way, Ran[]>
  /** Bytes. */
  peaks: Record<Way, number | null>
}

/** Puts edits together beside the plainest way with sharp, in turns; false when ours takes longer than it may or moved a pixel. */
export async function benchEdit(): Promise<boolean> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { rounds: { type: 'string' } } })
  const folder = mkdtempSync(join(tmpdir(), 'framewright-edit-'))
  try {
    await drawFiles(folder, ROWS)
    printHead()
    const verdicts: boolean[] = []
    for (const [index, row] of ROWS.entries()) {
      verdicts.push(printRow(row, await measure(folder, index, Number(values.rounds ?? ROUNDS))))
    }
    const holds = verdicts.every(Boolean)
    console.log(
      `\n${holds ? 'yes' : 'NO '}  every row at most ${MOST} × the plain way’s time, and no pixel changed outside its mask`,
    )
    return holds
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, row: number, rounds: number): Promise<Measured> {
  const children = { ours: await start('ours', folder, row), plain: await start('plain', folder, row) }
  const runs: Measured['runs'] = { ours: [], plain: [] }
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const way of round % 2 === 0 ? WAYS : WAYS.toReversed()) {
      const ran = await run(children[way])
      if (round >= 0) runs[way].push(ran)
    }
  }
  const peaks = { ours: memoryOf(children.ours, 'VmHWM'), plain: memoryOf(children.plain, 'VmHWM') }
  for (const way of WAYS) await stopProcess(children[way])
  return { runs, peaks }
}

async function start(way: Way, folder: string, row: number): Promise<ChildProcess> {
  const file = new URL('./edit/edit-process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file, way, folder, String(row)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await nextMessage(child)
  return child
}

async function run(child: ChildProcess): Promise<Ran> {
  child.send('edit')
  return ranSchema.parse(await nextMessage(child))
}

/** A process that fell over says nothing more. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController()
  const { signal } = waiting
  const ended = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('A process of the bench ended early')),
  )
  try {
    const [told] = await Promise.race([once(child, 'message', { signal }), ended])
    return told
  } finally {
    waiting.abort()
    await ended.catch(() => {})
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const megabytes = (bytes: number | null): string => (bytes === null ? '?' : (bytes / 1e6).toFixed(0))

function printHead(): void {
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; original ${ORIGINAL.width} × ${ORIGINAL.height}`,
  )
  console.log(
    '“ours”: decode, match colours, feather, blend, encode, decode again, measure. “plain”: decode, scale, sharp’s',
  )
  console.log('composite, encode, with as many threads and the same PNG settings. Medians of runs in turns. “cpu” is')
  console.log('processor time of all threads.')
  console.log(
    '“× time” is the median of the ratios of neighbouring runs. Peak is VmHWM of a process that does nothing else.',
  )
  const head = [
    'ours ms',
    'plain ms',
    '× time',
    'ours cpu',
    'plain cpu',
    '× cpu',
    'held ms',
    'MB',
    'plain MB',
    'file MB',
    'plain MB',
    '   seam before → after',
  ]
  console.log(`\n${'row'.padEnd(29)}${'answer'.padEnd(10)}${head.map((name) => name.padStart(10)).join('')}`)
}

function printRow({ name, size }: Row, { runs: { ours, plain }, peaks }: Measured): boolean {
  const ratio = median(ours.map(({ milliseconds }, at) => milliseconds / (plain[at]?.milliseconds ?? Number.NaN)))
  const work = median(ours.map(({ processor }, at) => processor / (plain[at]?.processor ?? Number.NaN)))
  const seam = ours[0]?.seam
  const cells = [
    median(ours.map(({ milliseconds }) => milliseconds)).toFixed(0),
    median(plain.map(({ milliseconds }) => milliseconds)).toFixed(0),
    ratio.toFixed(2),
    median(ours.map(({ processor }) => processor)).toFixed(0),
    median(plain.map(({ processor }) => processor)).toFixed(0),
    work.toFixed(2),
    median(ours.map(({ held }) => held)).toFixed(0),
    megabytes(peaks.ours),
    megabytes(peaks.plain),
    ...[ours, plain].map((runs) => ((runs[0]?.bytes ?? Number.NaN) / 1e6).toFixed(2)),
    seam ? `   ${seam.before.toFixed(2)} → ${seam.after.toFixed(2)}` : 'no edge',
  ]
  const start = `${name.padEnd(29)}${`${size.width}x${size.height}`.padEnd(10)}`
  console.log(start + cells.map((cell) => cell.padStart(10)).join(''))
  return ratio <= MOST && ours.every(({ changed }) => changed === 0)
}
