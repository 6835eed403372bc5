import { cpus } from 'node:os'
import { type Cell, type Measured, WAYS, type Way } from './measure-cell.ts'

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
const median = (values: readonly number[]): number => at(values, 0.5)
const megabytes = (bytes: number | null): string => (bytes === null ? '?' : (bytes / 1e6).toFixed(0))
const nameOf = ({ megabytes: size, form, atOnce }: Cell): string => `${size} MB ${form}, ${atOnce} at once`

/** The definition every ratio rests on. */
const added = ({ times }: Measured, way: Way): number => median(times[way]) - median(times.direct)

export function printDefinitions(): void {
  console.log(
    `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; this proxy is built from the source as it is.`,
  )
  console.log('“this proxy” is a whole job: PUT job, its events, GET image; on disk and synced before it is done.')
  console.log('“added” is the median time above the median of “direct”: the client reading the same answer from the')
  console.log('upstream itself. MB/s counts decoded picture bytes. Peak is VmHWM of the process, started for the row.')
}

export function printCell(one: Measured): void {
  console.log(`\n${nameOf(one.cell)} (${one.times.pipe.length} pictures a way)`)
  console.log('way             p50 ms    p99 ms  added ms  × pipe  × plain      MB/s   peak MB  × pipe')
  for (const way of WAYS) {
    const extra = added(one, way)
    const rate = (one.cell.megabytes * one.cell.atOnce * 1000) / median(one.rounds[way])
    const peak = one.peaks[way]
    const isOwn = way === 'direct'
    const cells = [
      way.padEnd(12),
      median(one.times[way]).toFixed(1).padStart(9),
      at(one.times[way], 0.99).toFixed(1).padStart(9),
      (isOwn ? '' : extra.toFixed(1)).padStart(9),
      (isOwn ? '' : (extra / added(one, 'pipe')).toFixed(2)).padStart(7),
      (isOwn ? '' : (extra / added(one, 'plain')).toFixed(2)).padStart(8),
      rate.toFixed(0).padStart(9),
      (isOwn ? '' : megabytes(peak)).padStart(9),
      (isOwn ? '' : ratio(peak, one.peaks.pipe)).padStart(7),
    ]
    console.log(cells.join(' ').trimEnd())
  }
  printWhere(one)
}

const ratio = (one: number | null, other: number | null): string =>
  one === null || other === null ? '?' : (one / other).toFixed(2)

function printWhere({ marks }: Measured): void {
  const parts = {
    submit: marks.map(({ start, submitted }) => submitted - start),
    'until running': marks.map(({ submitted, running }) => running - submitted),
    'engine, store, finish': marks.map(({ running, done }) => done - running),
    'GET image': marks.map(({ done, end }) => end - done),
  }
  const told = Object.entries(parts).map(([name, values]) => `${name} ${median(values).toFixed(1)}`)
  console.log(`where this proxy’s time goes, medians in ms: ${told.join(' · ')}`)
}

/** A system that does not tell its memory cannot show that an aim holds. */
const told = (value: string): string => (value === '?' ? 'unknown here' : value)

/** Prints which aims hold; false when one is missed. */
export function printAims(measured: readonly Measured[]): boolean {
  const large = measured.filter(({ cell }) => cell.megabytes === 20)
  const aims: (readonly [string, boolean])[] = large.flatMap((one) => {
    const name = nameOf(one.cell)
    const [own, pipe, plain] = [added(one, 'this proxy'), added(one, 'pipe'), added(one, 'plain')]
    const [memory, pipeMemory] = [one.peaks['this proxy'], one.peaks.pipe]
    return [
      [`${name}: added time at most 2 × the pipe’s (${(own / pipe).toFixed(2)})`, own <= 2 * pipe] as const,
      [`${name}: added time at most half the plain way’s (${(own / plain).toFixed(2)})`, own <= plain / 2] as const,
      ...(one.cell.atOnce === 8
        ? [
            [
              `${name}: peak memory at most 1.25 × the pipe’s (${told(ratio(memory, pipeMemory))})`,
              memory !== null && pipeMemory !== null && memory <= 1.25 * pipeMemory,
            ] as const,
          ]
        : []),
    ]
  })
  const idle = measured.map(({ idleMemory }) => idleMemory ?? Number.NaN).reduce((a, b) => Math.max(a, b), 0)
  const ready = Math.max(...measured.map(({ readyMs }) => readyMs))
  aims.push([`idle memory at most 120 MB (${told(megabytes(Number.isNaN(idle) ? null : idle))})`, idle <= 120e6])
  aims.push([`ready within 1 s of start (${ready.toFixed(0)} ms)`, ready <= 1000])
  console.log('')
  for (const [name, holds] of aims) console.log(`${holds ? 'yes' : 'NO '}  ${name}`)
  return aims.every(([, holds]) => holds)
}
