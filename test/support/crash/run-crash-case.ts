import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { JobEvent, SubmitJob } from '#contract/http-wire.ts'
import { hasEnded, type Job, type JobState } from '#domain/job.ts'
import { callProxy, type ProxyCalls, sampleSubmit } from '../call-proxy.ts'
import { type FakeOpenAI, startFakeOpenAI } from '../fake-openai/start-fake-openai.ts'
import { keptEdit, maskPng } from '../kept-edit.ts'
import { sampleBrief } from '../sample-brief.ts'
import { samplePng } from '../sample-images.ts'
import { startTestProxy, temporaryFolder } from '../start-test-proxy.ts'
import { type CaseReport, type CrashCase, FORMS, type Form } from './crash-case.ts'
import type { CrashPlan, KillPoint } from './crash-plan.ts'
import { followEvents } from './follow-events.ts'
import { judgeCase } from './judge-case.ts'
import { type CrashChild, startCrashChild } from './start-crash-child.ts'
import { picturesOnDisk, whatWasLeft } from './what-was-left.ts'

/** How long an upstream is waited for: not long where it is meant to be given up. */
const SOON_MS = 1_500
const LONG_MS = 60_000
/** A job whose kill never comes is waited for as long. */
const LATE_KILL_MS = 2_000
const PATIENCE_MS = 30_000
const CANVAS = { width: 900, height: 600 }

/** What one case works with. */
interface Scene {
  crashCase: CrashCase
  upstream: FakeOpenAI
  dataDir: string
  id: string
  seen: JobEvent[]
}

/** The submit of one case; its idea is one nobody else has. What it edits is uploaded. */
async function submitOf(form: Form, calls: ProxyCalls): Promise<SubmitJob> {
  const idea = `Lamp ${randomUUID()}`
  if (form !== 'edit') return sampleSubmit(sampleBrief({ idea, render: FORMS[form] }))
  const original = (await calls.uploadOriginal(await samplePng(CANVAS.width, CANVAS.height))).value
  const mask = (await calls.uploadMask(await maskPng(CANVAS, { x: 200, y: 100, width: 160, height: 120 }), CANVAS))
    .value
  return sampleSubmit({ ...keptEdit(original, mask), idea })
}

const timeoutOf = ({ kill, upstream }: CrashCase): number =>
  kill === null && upstream.some(({ kind }) => kind === 'hang' || kind === 'stall-mid-body') ? SOON_MS : LONG_MS

const planFor = (scene: Scene, killAt: KillPoint | null): CrashPlan => ({
  dataDir: scene.dataDir,
  upstream: { url: scene.upstream.url, apiKey: scene.upstream.apiKey, timeoutMs: timeoutOf(scene.crashCase) },
  killAt,
  countFromStart: false,
})

const callsOf = (proxy: { url: string; token: string }): ProxyCalls =>
  callProxy((path, init) => fetch(proxy.url + path, init), proxy.token)

/** Runs a job to its end with nobody killed and returns the steps it passes. Throws when it ends in another state. */
export async function stepsOf(
  form: Form,
  { upstream = [], end = 'done' }: { upstream?: CrashCase['upstream']; end?: JobState } = {},
): Promise<string[]> {
  return withScene({ row: null, form, upstream, kill: null }, async (scene) => {
    const child = await startCrashChild(planFor(scene, null))
    if (!child) throw new Error('The proxy died without being told to')
    const calls = callsOf(child)
    const body = await submitOf(form, calls)
    await child.count()
    await calls.submit(body, scene.id)
    const { state } = await calls.ended(scene.id)
    if (state !== end) throw new Error(`A job with nobody killed is ${state}, not ${end}`)
    // The durable run ends a moment after the job has.
    let steps: string[] = []
    for (let before = -1; before < steps.length; ) {
      before = steps.length
      await wait(200)
      steps = await child.steps()
    }
    await child.kill()
    return steps
  })
}

/** One job, killed as the case says, picked up by the next proxy on the same folder, and looked at from every side. */
export async function runCrashCase(crashCase: CrashCase): Promise<CaseReport> {
  return withScene(crashCase, async (scene) => {
    const { killed, body } = await runUntilKilled(scene)
    const left = whatWasLeft(scene.dataDir, scene.id)
    const onDisk = await picturesOnDisk(scene.dataDir)
    if (crashCase.killAgainAt) await killWhileRecovering(scene, crashCase.killAgainAt)
    const next = await startTestProxy({ dataDir: scene.dataDir, engine: engineOf(scene) })
    try {
      const calls = callsOf(next)
      return await judgeCase({ ...scene, body, calls, killed, left, onDisk, patienceMs: PATIENCE_MS })
    } finally {
      await next.close()
    }
  })
}

async function withScene<Result>(crashCase: CrashCase, act: (scene: Scene) => Promise<Result>): Promise<Result> {
  const upstream = await startFakeOpenAI()
  if (crashCase.upstreamStartsLate) await upstream.close()
  upstream.next(...crashCase.upstream)
  const dataDir = await temporaryFolder()
  try {
    return await act({ crashCase, upstream, dataDir, id: randomUUID(), seen: [] })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
    await upstream.close()
  }
}

function engineOf({ upstream, crashCase }: Scene) {
  const { apiKey, url: baseUrl } = upstream
  return { kind: 'openai', apiKey, baseUrl, timeoutMs: timeoutOf(crashCase) } as const
}

/** What was submitted, and whether the process died where it was told to. */
async function runUntilKilled(scene: Scene): Promise<{ killed: boolean; body: SubmitJob }> {
  const { crashCase, upstream } = scene
  const { kill } = crashCase
  const child = await startCrashChild(planFor(scene, kill?.by === 'step' ? kill.at : null))
  if (!child) throw new Error('The proxy died before it was told to')
  const calls = callsOf(child)
  const body = await submitOf(crashCase.form, calls)
  await child.count()
  const followed = submitAndFollow(scene, body, calls)
  followed.catch(() => undefined)
  if (crashCase.upstreamStartsLate) {
    await hasMetUpstream(calls, scene.id)
    await upstream.open()
  }
  if (kill?.by === 'upstream') {
    await Promise.race([upstream[kill.at](1), wait(PATIENCE_MS, undefined, { ref: false })])
    await child.kill()
    await followed
    return { killed: true, body }
  }
  const died = await diesByItself(child, followed, kill !== null)
  await child.kill()
  await followed
  return { killed: died, body }
}

/** A client that submits and watches; it loses its connection when the proxy dies. */
async function submitAndFollow({ id, seen }: Scene, body: SubmitJob, calls: ProxyCalls): Promise<void> {
  try {
    await calls.submit(body, id)
  } catch (error) {
    if (error instanceof TypeError) return
    throw error
  }
  await followEvents(calls, id, seen)
}

async function diesByItself(child: CrashChild, followed: Promise<void>, mustDie: boolean): Promise<boolean> {
  const over = followed.then(() => wait(mustDie ? LATE_KILL_MS : 0, false as const, { ref: false }))
  return Promise.race([child.ended, over])
}

async function hasMetUpstream(calls: ProxyCalls, id: string): Promise<void> {
  for (;;) {
    const job: Job | null = await calls.job(id).then(
      ({ value }) => value,
      () => null,
    )
    if (job && (hasEnded(job) || job.waiting !== null)) return
    await wait(20)
  }
}

/** A process that starts on what was left and dies again. It may be through before its step comes. */
async function killWhileRecovering(scene: Scene, at: KillPoint): Promise<void> {
  const child = await startCrashChild({ ...planFor(scene, at), countFromStart: true })
  if (!child) return
  await Promise.race([
    child.ended,
    callsOf(child)
      .ended(scene.id)
      .catch(() => undefined),
  ])
  await child.kill()
}
