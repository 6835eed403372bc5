import { parseArgs } from 'node:util'
import { startServer, stopProcess } from './proxy/subject.ts'
import { startThisProxy, type ThisProxy } from './proxy/this-proxy.ts'

const JOBS = 2_000
const AT_ONCE = 8
/** Of all jobs, the part after which memory has found its level. */
const WARM_UP = 0.2
const QUARTERS = 4
/** Edges in pixels: of what is asked for, and of the small picture that comes. */
const ASKED_EDGE = 1024
const PICTURE_EDGE = 64
const MOST_GROWN = 1.1

interface Quarter {
  /** Resident memory after each batch of jobs. Bytes. */
  memory: number[]
  seconds: number
}

/** Sends small jobs through one proxy, over an upstream that answers at once; false when the last ones need more memory than the first. */
export async function benchSoak(): Promise<boolean> {
  const { values } = parseArgs({ args: process.argv.slice(3), options: { jobs: { type: 'string' } } })
  const jobs = Number(values.jobs ?? JOBS)
  const upstream = await startServer('./upstream-process.ts', String(PICTURE_EDGE))
  const proxy = await startThisProxy(upstream.url, ASKED_EDGE, 'JSON')
  try {
    const warmUp = await run(proxy, jobs * WARM_UP)
    const quarters: Quarter[] = []
    for (let quarter = 0; quarter < QUARTERS; quarter++)
      quarters.push(await run(proxy, (jobs * (1 - WARM_UP)) / QUARTERS))
    console.log(`${jobs} jobs, ${AT_ONCE} at once; each is submitted, watched to its end, and its picture fetched`)
    console.log('part        jobs/s   median MB   highest MB')
    for (const [index, part] of [warmUp, ...quarters].entries())
      print(
        index === 0 ? 'warm-up' : `quarter ${index}`,
        part,
        index === 0 ? jobs * WARM_UP : (jobs * (1 - WARM_UP)) / QUARTERS,
      )
    return judge(quarters)
  } finally {
    await proxy.stop()
    await stopProcess(upstream.child)
  }
}

async function run(proxy: ThisProxy, jobs: number): Promise<Quarter> {
  const memory: number[] = []
  const started = performance.now()
  for (let done = 0; done < jobs; done += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => proxy.fetchPicture()))
    memory.push(proxy.memory() ?? Number.NaN)
  }
  proxy.marks.length = 0
  return { memory, seconds: (performance.now() - started) / 1000 }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)

function print(name: string, { memory, seconds }: Quarter, jobs: number): void {
  const cells = [
    name.padEnd(12),
    (jobs / seconds).toFixed(1).padStart(6),
    megabytes(median(memory)).padStart(12),
    megabytes(Math.max(...memory)).padStart(13),
  ]
  console.log(cells.join(''))
}

function judge(quarters: readonly Quarter[]): boolean {
  const [first = Number.NaN, last = Number.NaN] = [quarters[0], quarters.at(-1)].map((one) => median(one?.memory ?? []))
  const grown = last / first
  const holds = grown <= MOST_GROWN
  const change = `${grown >= 1 ? '+' : ''}${((grown - 1) * 100).toFixed(1)} %`
  console.log(
    `${holds ? '✓' : '✗'} last quarter against first: ${change}; at most +${((MOST_GROWN - 1) * 100).toFixed(0)} %`,
  )
  return holds
}
