import type { Form, Started, Subject } from './subject.ts'
import { direct, startPipe, startPlain } from './subjects.ts'
import { type Marks, startThisProxy } from './this-proxy.ts'

export const WAYS = ['direct', 'pipe', 'plain', 'this proxy'] as const
export type Way = (typeof WAYS)[number]

export interface Cell {
  megabytes: number
  form: Form
  atOnce: number
}

export interface Measured {
  cell: Cell
  /** Milliseconds a picture took, by way. */
  times: Record<Way, number[]>
  /** Milliseconds all pictures of one round took, by way. */
  rounds: Record<Way, number[]>
  /** Bytes. */
  peaks: Record<Way, number | null>
  marks: Marks[]
  readyMs: number
  idleMemory: number | null
}

export interface Rounds {
  warmUp: number
  counted: number
}

const perWay = <T>(make: () => T): Record<Way, T> => ({
  direct: make(),
  pipe: make(),
  plain: make(),
  'this proxy': make(),
})

/** Every way in a process of its own, started anew for the cell; the ways take turns, so that all meet the same machine. */
export async function measureCell(upstream: Started, edge: number, cell: Cell, rounds: Rounds): Promise<Measured> {
  const { form, atOnce } = cell
  const own = await startThisProxy(upstream.url, edge, form)
  const subjects: Record<Way, Subject> = {
    direct: direct(upstream, form),
    pipe: await startPipe(upstream, form),
    plain: await startPlain(upstream, form),
    'this proxy': own,
  }
  const times = perWay<number[]>(() => [])
  const roundTimes = perWay<number[]>(() => [])
  try {
    for (let round = -rounds.warmUp; round < rounds.counted; round += 1) {
      for (const way of WAYS) {
        const started = performance.now()
        const taken = await Promise.all(Array.from({ length: atOnce }, () => timed(subjects[way])))
        if (round < 0) continue
        times[way].push(...taken)
        roundTimes[way].push(performance.now() - started)
      }
      if (round < 0) own.marks.length = 0
    }
    const peaks = perWay<number | null>(() => null)
    for (const way of WAYS) peaks[way] = subjects[way].peakMemory()
    const { marks, readyMs, idleMemory } = own
    return { cell, times, rounds: roundTimes, peaks, marks, readyMs, idleMemory }
  } finally {
    for (const way of WAYS) await subjects[way].stop()
  }
}

async function timed(subject: Subject): Promise<number> {
  const started = performance.now()
  await subject.fetchPicture()
  return performance.now() - started
}
