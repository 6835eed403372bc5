import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CONTRACT_VERSION, jobEventSchema, type SubmitJob } from '#contract/http-wire.ts'
import type { Brief } from '#domain/brief.ts'
import { hasEnded, type Job } from '#domain/job.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { buildProxy } from '../../build-proxy.ts'
import { countBytes, open, readJson } from './read-answer.ts'
import { type Form, memoryOf, type Subject, stopProcess } from './subject.ts'

/** When each part of one job was over, milliseconds of the clock all processes share. */
export interface Marks {
  start: number
  submitted: number
  running: number
  done: number
  end: number
}

export interface ThisProxy extends Subject {
  /** From start to listening. Milliseconds. */
  readyMs: number
  idleMemory: number | null
  /** Resident now. Bytes; null where the system does not tell. */
  memory(): number | null
  marks: Marks[]
}

function submitOf(edge: number, form: Form): SubmitJob {
  const brief: Brief = {
    mode: 'create',
    idea: 'A matte black desk lamp on walnut',
    fields: {},
    exactTexts: [],
    keep: [],
    avoid: [],
    references: [],
    edit: null,
    cutout: null,
    foreground: [],
    render: {
      stage: 'draft',
      model: 'gpt-image-2',
      count: 1,
      target: { kind: 'scale', scale: 1 },
      format: 'png',
      background: 'auto',
      partialImages: form === 'events' ? 1 : 0,
    },
  }
  const frame = { width: edge, height: edge, name: 'Bench' }
  const { price } = planJob(brief, frame, findModel(brief.render.model))
  return { contractVersion: CONTRACT_VERSION, frame, brief, agreedPrice: price.total, agreedCredits: null }
}

const now = (): number => performance.timeOrigin + performance.now()

let built: Promise<string> | null = null

/** The proxy of today's source, built once in a folder that goes with this process. */
async function buildOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'framewright-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await buildProxy(folder)
  return folder
}

/** The built proxy, with SQLite and files in a new folder. */
export async function startThisProxy(upstream: string, edge: number, form: Form): Promise<ThisProxy> {
  built ??= buildOnce()
  const folder = await built
  const dataDir = await mkdtemp(join(folder, 'data-'))
  const started = now()
  const child = spawn(process.execPath, [join(folder, 'proxy.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      DATA_DIR: dataDir,
      OPENAI_API_KEY: 'sk-bench',
      OPENAI_BASE_URL: `${upstream}/v1`,
      JOB_CONCURRENCY: '16',
      LOCAL_BUDGET_USD: '1000000',
      REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: 'silent',
    },
  })
  const said = new Map<string, string>()
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', value = ''] = line.split(/: (.*)/)
    said.set(name, value)
    if (name === 'Member token') break
  }
  const readyMs = now() - started
  const url = said.get('Framewright proxy') ?? ''
  const token = (await readFile(join(dataDir, 'local-token'), 'utf8')).trim()
  const headers = { authorization: `Bearer ${token}` }
  const body = JSON.stringify(submitOf(edge, form))
  const marks: Marks[] = []
  return {
    readyMs,
    idleMemory: memoryOf(child, 'VmRSS'),
    marks,
    async fetchPicture() {
      const start = now()
      const id = randomUUID()
      await readJson(`${url}/v1/jobs/${id}`, { method: 'PUT', headers, body })
      const submitted = now()
      let running = submitted
      const job = await waitForEnd(`${url}/v1/jobs/${id}/events`, headers, () => {
        running = now()
      })
      const done = now()
      const image = job.results[0]?.image
      if (!image) throw new Error(`The job ended ${job.state}: ${job.failure?.code}`)
      const size = await countBytes(`${url}/v1/images/${image.id}`, { method: 'GET', headers })
      marks.push({ start, submitted, running, done, end: now() })
      return size
    },
    memory: () => memoryOf(child, 'VmRSS'),
    peakMemory: () => memoryOf(child, 'VmHWM'),
    async stop() {
      await stopProcess(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function waitForEnd(url: string, headers: Record<string, string>, onRunning: () => void): Promise<Job> {
  let text = ''
  for await (const chunk of await open(url, { method: 'GET', headers })) {
    text += String(chunk)
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1]
      if (!data) continue
      const { job } = jobEventSchema.parse(JSON.parse(data))
      if (job.state === 'running') onRunning()
      if (hasEnded(job)) return job
    }
  }
  throw new Error('The events ended before the job did')
}
