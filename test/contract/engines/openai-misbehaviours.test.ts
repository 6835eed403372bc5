import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FailureCode } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'
import { createOpenAIEngine } from '#proxy/engines/openai/openai-engine.ts'
import type { Misbehaviour } from '#support/fake-openai/misbehaviour.ts'
import { engineCall, SECRET_WORD } from './engine-call.ts'
import { failureOf } from './failure-of.ts'
import { openAIBench } from './openai-bench.ts'

interface Row {
  script: Misbehaviour
  atOnce: FailureCode
  streamed: FailureCode
}

const streamError = { message: `Broke at ${SECRET_WORD}`, type: 'server_error', code: 'server_error', param: null }

const ROWS: Row[] = [
  { script: { kind: 'reset-before-headers' }, atOnce: 'upstream_cut_off', streamed: 'upstream_cut_off' },
  { script: { kind: 'reset-mid-body' }, atOnce: 'upstream_cut_off', streamed: 'upstream_cut_off' },
  { script: { kind: 'truncated-json' }, atOnce: 'upstream_bad_answer', streamed: 'upstream_bad_answer' },
  { script: { kind: 'bad-base64' }, atOnce: 'upstream_bad_answer', streamed: 'upstream_bad_answer' },
  { script: { kind: 'not-an-image' }, atOnce: 'upstream_bad_answer', streamed: 'upstream_bad_answer' },
  { script: { kind: 'web-page' }, atOnce: 'upstream_bad_answer', streamed: 'upstream_cut_off' },
]

const STREAM_ROWS: { script: Misbehaviour; code: FailureCode }[] = [
  { script: { kind: 'stream-ends-early' }, code: 'upstream_cut_off' },
  { script: { kind: 'stream-error', error: streamError }, code: 'upstream_failed' },
  {
    script: { kind: 'stream-error', error: { ...streamError, code: 'moderation_blocked' } },
    code: 'moderation_blocked',
  },
]

describe('a broken answer of OpenAI', () => {
  const bench = openAIBench()
  const cases = ROWS.flatMap(({ script, atOnce, streamed }) => [
    { script, code: atOnce, partialImages: 0, references: 0 },
    { script, code: streamed, partialImages: 1, references: 0 },
    { script, code: atOnce, partialImages: 0, references: 1 },
    { script, code: streamed, partialImages: 1, references: 1 },
  ])
  const streams = STREAM_ROWS.map((row) => ({ ...row, partialImages: 1, references: 0 }))

  it.each([...cases, ...streams])(
    '$script.kind, $partialImages partials, $references references: $code, sent once',
    async (row) => {
      bench.fake.next(row.script)
      const billed = bench.fake.bill().calls
      const call = await engineCall({ request: { partialImages: row.partialImages }, references: row.references })
      const failure = await failureOf(bench.engine.run(call))
      expect(failure.code).toBe(row.code)
      expect(FAILURES[failure.code].billed).toBe('maybe')
      expect(bench.callsMade()).toBe(1)
      expect(bench.fake.bill().calls).toBe(billed + 1)
      expect(inspect(failure, { depth: 10 })).not.toMatch(new RegExp(`${SECRET_WORD}|${bench.fake.apiKey}`))
    },
  )

  it.each([0, 1])('that never comes ends at the deadline (%i partials)', async (partialImages) => {
    bench.fake.next({ kind: 'hang' })
    const hasty = createOpenAIEngine({ apiKey: bench.fake.apiKey, baseUrl: bench.fake.url, timeoutMs: 150 })
    const failure = await failureOf(hasty.run(await engineCall({ request: { partialImages } })))
    expect(failure.code).toBe('upstream_timeout')
    expect(bench.callsMade()).toBe(1)
  })

  it('that is awaited no longer is interrupted, in mid-call too', async () => {
    bench.fake.next({ kind: 'hang' })
    const stop = new AbortController()
    const failing = failureOf(bench.engine.run(await engineCall({ signal: stop.signal })))
    await bench.fake.called(bench.fake.calls.length + 1)
    stop.abort()
    expect((await failing).code).toBe('interrupted')
    expect(bench.callsMade()).toBe(1)
  })

  it.each([
    { script: { kind: 'stream-ends-early', completed: 1 } as const, images: 1 },
    { script: { kind: 'stream-ends-early', completed: 2 } as const, images: 2 },
  ])('with $images of 3 pictures gives those, and no usage', async ({ script, images }) => {
    bench.fake.next(script)
    const answer = await bench.engine.run(await engineCall({ request: { count: 3, partialImages: 1 } }))
    expect(answer.images).toHaveLength(images)
    expect(answer.usage).toBeNull()
  })

  it('without usage says so', async () => {
    bench.fake.next({ kind: 'no-usage' }, { kind: 'no-usage' })
    for (const partialImages of [0, 1]) {
      expect((await bench.engine.run(await engineCall({ request: { partialImages } }))).usage).toBeNull()
    }
  })

  it('of another size or format is handed on for the proxy to compare', async () => {
    bench.fake.next({ kind: 'wrong-size' }, { kind: 'wrong-format' })
    expect((await bench.engine.run(await engineCall())).images).toHaveLength(1)
    expect((await bench.engine.run(await engineCall())).images).toHaveLength(1)
  })

  it('that never began, as nothing listens, was not charged', async () => {
    const port = await unusedPort()
    const engine = createOpenAIEngine({ apiKey: 'sk-none', baseUrl: `http://127.0.0.1:${port}/v1` })
    const failure = await failureOf(engine.run(await engineCall({ references: 1 })))
    expect(failure.code).toBe('upstream_unreachable')
    expect(FAILURES[failure.code].billed).toBe('no')
  })

  it('that never began, as no such host exists, was not charged', async () => {
    const engine = createOpenAIEngine({ apiKey: 'sk-none', baseUrl: 'http://no-such-host.invalid/v1' })
    expect((await failureOf(engine.run(await engineCall()))).code).toBe('upstream_unreachable')
  })
})

async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  await new Promise((resolve) => void server.close(resolve))
  return port
}
