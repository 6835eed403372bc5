import { countBytes } from './read-answer.ts'
import { type Form, memoryOf, type Started, type Subject, startServer, stopProcess } from './subject.ts'

const asked = (form: Form): string =>
  JSON.stringify({ model: 'gpt-image-2', prompt: 'A lamp', ...(form === 'events' ? { stream: true } : {}) })

const PATH = '/v1/images/generations'

function readFrom({ url }: Started, form: Form): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return countBytes(url + PATH, { method: 'POST', headers, body: asked(form) })
}

const subjectOn = (started: Started, fetchPicture: () => Promise<number>): Subject => ({
  fetchPicture,
  peakMemory: () => memoryOf(started.child, 'VmHWM'),
  stop: () => stopProcess(started.child),
})

/** The client reads the upstream itself. */
export const direct = (upstream: Started, form: Form): Subject => ({
  ...subjectOn(upstream, () => readFrom(upstream, form)),
  stop: async () => {},
})

export async function startPipe(upstream: Started, form: Form): Promise<Subject> {
  const started = await startServer('./pipe-process.ts', upstream.url)
  return subjectOn(started, () => readFrom(started, form))
}

export async function startPlain(upstream: Started, form: Form): Promise<Subject> {
  const started = await startServer('./plain-process.ts', upstream.url)
  const path = form === 'events' ? '/events' : '/json'
  return subjectOn(started, () => countBytes(started.url + path, { method: 'GET' }))
}
