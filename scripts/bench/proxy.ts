import { parseArgs } from 'node:util'
import { type Measured, measureCell } from './proxy/measure-cell.ts'
import { printAims, printCell, printDefinitions } from './proxy/print-results.ts'
import { startServer, stopProcess } from './proxy/subject.ts'

/** Edges in pixels of pictures that are about 2 and 20 MB: three bytes a pixel, not compressed. */
const SIZES = [
  { megabytes: 2, edge: 832 },
  { megabytes: 20, edge: 2576 },
]

/** What stands between the upstream and a client costs time and memory: measured, beside a bare pipe and the plain way. */
export async function benchProxy(): Promise<boolean> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { megabytes: { type: 'string' }, 'at-once': { type: 'string' }, rounds: { type: 'string' } },
  })
  const wanted = (value: string | undefined, offered: number): boolean =>
    value === undefined || Number(value) === offered
  const measured: Measured[] = []
  printDefinitions()
  for (const { megabytes, edge } of SIZES.filter((size) => wanted(values.megabytes, size.megabytes))) {
    const upstream = await startServer('./upstream-process.ts', String(edge))
    for (const form of ['JSON', 'events'] as const) {
      for (const atOnce of [1, 8].filter((count) => wanted(values['at-once'], count))) {
        const counted = Number(values.rounds ?? (atOnce === 1 ? 15 : 4))
        const one = await measureCell(upstream, edge, { megabytes, form, atOnce }, { warmUp: 2, counted })
        printCell(one)
        measured.push(one)
      }
    }
    await stopProcess(upstream.child)
  }
  return printAims(measured)
}
