import type { Misbehaviour } from '../fake-openai/misbehaviour.ts'
import type { CrashCase, Form, UpstreamMoment } from './crash-case.ts'
import { type KillPoint, MOMENTS } from './crash-plan.ts'

const ALL_FORMS = ['json', 'json, two pictures', 'streamed'] as const satisfies Form[]

/** A kill at every step of a job, at each of the three moments. `steps` is what a run with nothing in its way passes. */
export function atEveryStep(form: Form, steps: readonly string[], upstream: CrashCase['upstream'] = []): CrashCase[] {
  return killPoints(steps).map((at) => ({ row: null, form, upstream, kill: { by: 'step', at } }))
}

function killPoints(steps: readonly string[]): KillPoint[] {
  const passed = new Map<string, number>()
  return steps.flatMap((step, i) => {
    const nth = (passed.get(step) ?? 0) + 1
    passed.set(step, nth)
    return isIdle(steps, i) ? [] : MOMENTS.map((moment) => ({ step, nth, moment }))
  })
}

/** Part of a look for durable runs that found none: it comes at any time and changes nothing. */
function isIdle(steps: readonly string[], i: number): boolean {
  return [i, i - 1, i - 2].some((first) => {
    const [begin, expire, commit] = steps.slice(Math.max(0, first), first + 3)
    return (
      begin === 'BEGIN IMMEDIATE' &&
      expire?.startsWith(`UPDATE "workflow_runs" SET "status" = 'failed'`) &&
      commit === 'COMMIT'
    )
  })
}

/** What makes the upstream wait at a moment, so that the kill comes exactly then. */
const WAITS: Readonly<Record<UpstreamMoment, readonly Misbehaviour[]>> = {
  called: [{ kind: 'hang' }],
  stalled: [{ kind: 'stall-mid-body' }],
  answered: [],
}
const MOMENT_ROWS: Readonly<Record<UpstreamMoment, string>> = {
  called: 'kill -9 when the upstream has the request',
  stalled: 'kill -9 in the middle of the answer',
  answered: 'kill -9 when the answer was sent whole',
}

/** Kills at the upstream's moments. */
export function atUpstreamMoments(forms: readonly Form[] = ALL_FORMS): CrashCase[] {
  return forms.flatMap((form) =>
    (['called', 'stalled', 'answered'] as const).map((at): CrashCase => {
      const mustBe = at === 'answered' ? {} : { mustBe: 'may have been charged' as const }
      return { row: MOMENT_ROWS[at], form, upstream: WAITS[at], kill: { by: 'upstream', at }, ...mustBe }
    }),
  )
}

interface Trouble {
  name: string
  upstream: readonly Misbehaviour[]
  mustBe: NonNullable<CrashCase['mustBe']>
  startsLate?: true
  /** Which forms it means anything for; all unless told. */
  forms?: readonly Form[]
}

const limited: Misbehaviour = {
  kind: 'error',
  status: 429,
  body: { error: { message: 'Slow down.', type: 'requests', code: 'rate_limit_exceeded', param: null } },
  headers: { 'retry-after-ms': '100' },
}
const emptyAccount: Misbehaviour = {
  kind: 'error',
  status: 429,
  body: { error: { message: 'No credit.', type: 'insufficient_quota', code: 'insufficient_quota', param: null } },
}

/** Of an answer with several pictures, those that arrived whole are delivered; with one there is only one honest end. */
const ONE_PICTURE: readonly Form[] = ['json', 'streamed']

/** What an upstream can do wrong, and the one honest end of the job. */
const TROUBLES: readonly Trouble[] = [
  {
    name: 'bills, then resets the connection',
    upstream: [{ kind: 'reset-before-headers' }],
    mustBe: 'may have been charged',
  },
  {
    name: 'bills, then resets in mid-answer',
    upstream: [{ kind: 'reset-mid-body' }],
    mustBe: 'may have been charged',
    forms: ONE_PICTURE,
  },
  { name: 'bills, then hangs', upstream: [{ kind: 'hang' }], mustBe: 'may have been charged' },
  {
    name: 'bills, then stalls in mid-answer',
    upstream: [{ kind: 'stall-mid-body' }],
    mustBe: 'may have been charged',
    forms: ONE_PICTURE,
  },
  {
    name: 'a truncated answer',
    upstream: [{ kind: 'truncated-json' }],
    mustBe: 'may have been charged',
    forms: ONE_PICTURE,
  },
  { name: '500 after success', upstream: [{ kind: 'fail-after-work' }], mustBe: 'may have been charged' },
  { name: 'bytes that are no picture', upstream: [{ kind: 'not-an-image' }], mustBe: 'may have been charged' },
  {
    name: 'a stream without its last event',
    upstream: [{ kind: 'stream-ends-early' }],
    mustBe: 'may have been charged',
    forms: ['streamed'],
  },
  { name: 'a slow answer', upstream: [{ kind: 'slow', ms: 400 }], mustBe: 'delivered' },
  { name: '429, then success', upstream: [limited], mustBe: 'delivered' },
  { name: '429 twice, then success', upstream: [limited, limited], mustBe: 'delivered' },
  { name: 'refused connection, then up', upstream: [], mustBe: 'delivered', startsLate: true },
  { name: 'an empty account', upstream: [emptyAccount], mustBe: 'refused unpaid' },
]
export const RATE_LIMITED: readonly Misbehaviour[] = [limited]
export const RESET: readonly Misbehaviour[] = [{ kind: 'reset-mid-body' }]

/** Everything the upstream does wrong, with nobody killed. */
export function misbehaviours(forms: readonly Form[] = ALL_FORMS): CrashCase[] {
  return TROUBLES.flatMap(({ name, upstream, mustBe, startsLate = false, forms: only = forms }) =>
    forms
      .filter((form) => only.includes(form))
      .map((form) => ({
        row: `upstream: ${name}`,
        form,
        upstream,
        kill: null,
        mustBe,
        ...(startsLate ? { upstreamStartsLate: true } : {}),
      })),
  )
}

/** A second kill while the next process picks up what the first left, at its nth step for each n. */
export function killedAgain(first: readonly CrashCase[], steps: readonly number[]): CrashCase[] {
  return first.flatMap((crashCase) =>
    steps.map((nth, i) => ({
      ...crashCase,
      row: 'killed again while recovering',
      killAgainAt: { step: null, nth, moment: MOMENTS[i % MOMENTS.length] ?? 'before' },
    })),
  )
}
