import type { Db } from '#proxy/database/tables.ts'
import { toReceived } from '#proxy/jobs/job-row.ts'
import type { FakeOpenAI } from '../fake-openai/start-fake-openai.ts'
import type { Asked } from './asked.ts'
import type { ProxyProcess } from './proxy-process.ts'

/** What became of all jobs, money in micro-dollars. */
export interface ClusterReport {
  seconds: number
  asked: number
  refusedOverBudget: number
  /** Jobs by how they ended; `interrupted` of those that may have been charged. */
  delivered: number
  interrupted: number
  otherwise: string[]
  /** How many jobs ended in which process. */
  endedIn: Record<string, number>
  upstreamCalls: number
  /** Ideas the upstream was paid for more than once. */
  paidTwice: string[]
  bill: number
  /** The part of the bill that is of interrupted jobs. */
  billOfInterrupted: number
  /** Delivered jobs whose pictures were whole when their process died and whose usage was lost with it. */
  salvaged: number
  /** The bill without interrupted jobs, and with the estimate for each salvaged one. */
  due: number
  settled: number
  held: number
  /** Members who spent and hold more than their budget. */
  overspent: string[]
  followed: number
  /** Followed jobs that ended in another process than the one their client heard it from. */
  followedElsewhere: number
  /** Milliseconds from the end of such a job to its client knowing. */
  medianDelay: number
  longestDelay: number
  /** Followed jobs whose client missed an event, or got one twice. */
  eventsMissed: string[]
  /** Delivered jobs whose picture a proxy could not give. */
  unreadable: string[]
  /** What the proxies that were not killed logged as warning or error, and how often. */
  complaints: Record<string, number>
}

export interface ClusterOutcome {
  db: Db
  upstream: FakeOpenAI
  asked: Asked[]
  all: readonly ProxyProcess[]
  seconds: number
}

export async function judgeCluster({ db, upstream, asked, all, seconds }: ClusterOutcome): Promise<ClusterReport> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'state', 'failure', 'may_have_been_charged', 'received', 'reserved'])
    .execute()
  const interrupted = new Set(rows.filter((row) => row.may_have_been_charged === 1).map(({ id }) => id))
  const delivered = new Set(rows.filter(({ state }) => state === 'done').map(({ id }) => id))
  const estimates = new Map(
    rows
      .filter((row) => delivered.has(row.id) && toReceived(row)?.usage === null)
      .map(({ id, reserved }) => [id, Number(reserved)]),
  )
  const money = await db
    .selectFrom('ledger')
    .select((row) => [row.fn.sum<number>('settled').as('settled'), row.fn.sum<number>('reserved').as('held')])
    .executeTakeFirstOrThrow()
  return {
    seconds,
    asked: asked.length,
    refusedOverBudget: asked.filter(({ taken }) => !taken).length,
    delivered: delivered.size,
    interrupted: interrupted.size,
    otherwise: rows
      .filter(({ id }) => !delivered.has(id) && !interrupted.has(id))
      .map(({ id, state, failure }) => `${id} ${state} ${failure ?? ''}`),
    endedIn: Object.fromEntries(all.map(({ name, ended }) => [name, ended.length])),
    ...judgeCalls(upstream, asked, interrupted, estimates),
    settled: Number(money.settled),
    held: Number(money.held),
    overspent: await overspentMembers(db),
    ...(await judgeEvents(asked, all)),
    unreadable: await unreadableJobs(asked.filter(({ id }) => delivered.has(id))),
    complaints: count(all.filter(({ name }) => name !== 'first').flatMap(({ complaints }) => complaints)),
  }
}

function judgeCalls(
  { calls, bill }: FakeOpenAI,
  asked: Asked[],
  interrupted: ReadonlySet<string>,
  estimates: ReadonlyMap<string, number>,
) {
  const billed = calls.filter((call) => call.billed > 0)
  const of = (idea: string) => billed.filter(({ order }) => order?.prompt.includes(idea))
  const billOf = (ids: { has(id: string): boolean }) =>
    asked
      .filter(({ id }) => ids.has(id))
      .flatMap(({ idea }) => of(idea))
      .reduce((sum, call) => sum + call.billed, 0)
  const { microDollars } = bill()
  const billOfInterrupted = billOf(interrupted)
  const estimated = [...estimates.values()].reduce((sum, price) => sum + price, 0)
  return {
    upstreamCalls: calls.length,
    paidTwice: asked.filter(({ idea }) => of(idea).length > 1).map(({ idea }) => idea),
    bill: microDollars,
    billOfInterrupted,
    salvaged: estimates.size,
    due: microDollars - billOfInterrupted - billOf(estimates) + estimated,
  }
}

async function overspentMembers(db: Db): Promise<string[]> {
  const members = await db
    .selectFrom('members')
    .innerJoin('ledger', 'ledger.member_id', 'members.id')
    .select((row) => [
      'members.name',
      'members.budget',
      row.fn.sum<number>('ledger.settled').as('settled'),
      row.fn.sum<number>('ledger.reserved').as('reserved'),
    ])
    .groupBy(['members.name', 'members.budget'])
    .execute()
  return members.filter(({ budget, settled, reserved }) => settled + reserved > budget).map(({ name }) => name)
}

async function judgeEvents(asked: Asked[], all: readonly ProxyProcess[]) {
  const delays: number[] = []
  const eventsMissed: string[] = []
  let followed = 0
  for (const { id, seen } of asked) {
    if (!seen) continue
    followed += 1
    const events = await seen
    if (events.some(({ event }, i) => event.seq !== i)) eventsMissed.push(id)
    const last = events.at(-1)
    const worker = all.find(({ ended }) => ended.includes(id))
    if (last?.event.job.endedAt && worker && worker.name !== last.from)
      delays.push(last.at - Date.parse(last.event.job.endedAt))
  }
  const sorted = delays.toSorted((one, other) => one - other)
  return {
    followed,
    followedElsewhere: delays.length,
    medianDelay: sorted[Math.floor(sorted.length / 2)] ?? 0,
    longestDelay: sorted.at(-1) ?? 0,
    eventsMissed,
  }
}

async function unreadableJobs(delivered: Asked[]): Promise<string[]> {
  const unreadable: string[] = []
  for (const [i, { id, client }] of delivered.entries()) {
    const { value } = await client.calls(i).job(id)
    const [result] = value.results
    const answer = await client.calls(i + 1).raw(`/v1/images/${result?.image.id}`)
    const bytes = await answer.arrayBuffer()
    if (!answer.ok || bytes.byteLength !== result?.image.bytes) unreadable.push(id)
  }
  return unreadable
}

function count(words: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {}
  for (const word of words) counted[word] = (counted[word] ?? 0) + 1
  return counted
}
