import { setTimeout as wait } from 'node:timers/promises'
import type { JobEvent, SubmitJob } from '#contract/http-wire.ts'
import type { Job } from '#domain/job.ts'
import type { ProxyCalls } from '../call-proxy.ts'
import { makePicture } from '../fake-openai/make-pictures.ts'
import type { FakeOpenAI } from '../fake-openai/start-fake-openai.ts'
import type { CaseReport, CrashCase, Kill } from './crash-case.ts'
import { eventProblems, followEvents } from './follow-events.ts'
import { type Left, sha256 } from './what-was-left.ts'

/** A case after the kill, with the next proxy at work. */
interface Aftermath {
  crashCase: CrashCase
  upstream: FakeOpenAI
  calls: ProxyCalls
  id: string
  body: SubmitJob
  seen: JobEvent[]
  killed: boolean
  left: Left
  onDisk: ReadonlySet<string>
  patienceMs: number
}

/** A recorded answer waits for nobody: whoever starts delivers it, with no lease to run out first. */
const SOON_MS = 2_000

/** Does what a client does after the proxy came back, waits for the end, and compares everything with the upstream. */
export async function judgeCase(after: Aftermath): Promise<CaseReport> {
  const { crashCase, upstream, calls, id, body, killed, left, seen } = after
  const started = performance.now()
  const again = await calls.submit(body, id)
  await Promise.race([followEvents(calls, id, seen), wait(after.patienceMs, undefined, { ref: false })])
  const waited = performance.now() - started
  const job = (await calls.job(id)).value
  const all: JobEvent[] = []
  if (job.endedAt !== null) await followEvents(calls, id, all)
  const once = await calls.submit(body, id)
  const { budget } = (await calls.usage()).value

  const paid = upstream.calls.filter((call) => call.billed > 0)
  const billed = upstream.bill().microDollars
  const sent = await picturesSent(upstream)
  const end = endOf(job)
  const whole = left === 'sent' ? sent.filter((hash) => after.onDisk.has(hash)) : []
  const isDue = whole.length > 0 || left === 'answer recorded' || left === 'done' || crashCase.mustBe === 'delivered'
  const salvaged = end === 'delivered' && whole.length > 0
  const misread = end === 'delivered' ? await pictureProblems(calls, job, salvaged ? whole : sent) : []
  const problems = [
    ...(job.endedAt === null ? [`the job did not end, it is ${job.state}`] : eventProblems(seen, all)),
    ...(again.status === (left === 'not stored' ? 201 : 200) ? [] : [`the submit again is ${again.status}`]),
    ...(once.status === 200 && once.value.id === id ? [] : [`the submit after the end is ${once.status}`]),
    ...moneyProblems(job, budget, { billed, due: salvaged ? job.price.reserved : billed }),
    ...misread,
    ...(salvaged && whole.length < sent.length && job.results[0]?.mismatches.length === 0
      ? ['fewer pictures, untold']
      : []),
    ...(left === 'answer recorded' && waited > SOON_MS && crashCase.form !== 'edit'
      ? [`the recorded answer came after ${waited.toFixed()} ms`]
      : []),
    ...(crashCase.mustBe === undefined || crashCase.mustBe === end ? [] : [`it is ${end}, not ${crashCase.mustBe}`]),
  ]
  return {
    row: crashCase.row ?? `${isPowerCut(crashCase) ? 'power cut' : 'kill -9'}: ${left}`,
    title: titleOf(crashCase, left),
    killed,
    imagesBilled: upstream.bill().images,
    end,
    lost: misread.length > 0 || ((isDue || (end === 'refused unpaid' && billed > 0)) && end !== 'delivered'),
    keptUnrecorded: whole.length > 0 && end !== 'delivered',
    salvaged,
    duplicated: paid.length > 1,
    billed,
    settled: budget.settled,
    held: budget.reserved,
    problems,
  }
}

function endOf(job: Job): CaseReport['end'] {
  if (job.state === 'done') return 'delivered'
  return job.mayHaveBeenCharged ? 'may have been charged' : 'refused unpaid'
}

/** The ledger against what is `due`, which is the bill but where its amount was lost, and the budget against itself. */
function moneyProblems(
  job: Job,
  { budget, settled, reserved, left }: { budget: number; settled: number; reserved: number; left: number },
  { billed, due }: { billed: number; due: number },
): string[] {
  const end = endOf(job)
  const wanted = {
    delivered: { settled: due, reserved: 0 },
    'may have been charged': { settled: 0, reserved: job.price.reserved },
    'refused unpaid': { settled: 0, reserved: 0 },
  }[end]
  return [
    ...(left === budget - settled - reserved ? [] : [`${left} is left of ${budget} − ${settled} − ${reserved}`]),
    ...(settled === wanted.settled ? [] : [`${settled} is settled, not ${wanted.settled}; ${billed} was billed`]),
    ...(reserved === wanted.reserved ? [] : [`${reserved} is held, not ${wanted.reserved}`]),
    ...(end === 'delivered' && job.price.charged !== due ? [`the job says ${job.price.charged} was charged`] : []),
    ...(end === 'refused unpaid' && billed > 0 ? [`told as free, ${billed} was billed`] : []),
  ]
}

/** Hashes of the pictures the upstream made, in order. */
async function picturesSent({ calls }: FakeOpenAI): Promise<string[]> {
  const hashes: string[] = []
  for (const { order } of calls) {
    for (let i = 0; order && i < order.n; i += 1) {
      hashes.push(sha256(Buffer.from(await makePicture(order, i, 'final', 'fine'), 'base64')))
    }
  }
  return hashes
}

/** Every picture of a delivered job, read back over HTTP, is the one the upstream sent, or was made from it as it must be. */
async function pictureProblems(calls: ProxyCalls, job: Job, sent: readonly string[]): Promise<string[]> {
  const read = await Promise.all(
    job.results.map(async ({ image, composite }) => {
      if (job.brief.edit && composite?.measures?.changedOutside !== 0) return 'not put together'
      if (composite && !(await calls.raw(`/v1/images/${image.id}`)).ok) return 'put together and gone'
      const response = await calls.raw(`/v1/images/${composite?.raw.id ?? image.id}`)
      if (!response.ok) return `status ${response.status}`
      const bytes = await response.bytes().catch(() => null)
      return bytes ? sha256(bytes) : 'cut off'
    }),
  )
  return read.join() === sent.join() ? [] : [`read back ${read.join()}, sent ${sent.join()}`]
}

const isPowerCut = ({ kill }: CrashCase): boolean => kill?.by === 'step' && kill.at.moment === 'power cut'

function titleOf({ form, upstream, kill, killAgainAt, row }: CrashCase, left: Left): string {
  const upstreamDoes = upstream.map(({ kind }) => kind).join(', then ')
  return [
    row,
    form,
    upstreamDoes,
    kill && killTitle(kill),
    killAgainAt && `again ${killTitle({ by: 'step', at: killAgainAt })}`,
    left,
  ]
    .filter(Boolean)
    .join(' · ')
}

function killTitle(kill: Kill): string {
  if (kill.by === 'upstream') return `killed when ${kill.at}`
  const { step, nth, moment } = kill.at
  return `killed ${moment} #${nth} ${step ?? 'step'}`
}
