import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { answerAtOnce } from './answer-at-once.ts'
import { answerStream, partialsOf } from './answer-stream.ts'
import { addToBill, type Bill, emptyBill, type Tokens, tokensOf } from './bill.ts'
import { checkCall, type Order } from './check-call.ts'
import { createMilestones } from './milestones.ts'
import type { Misbehaviour } from './misbehaviour.ts'
import { modelList } from './model-list.ts'
import { pause } from './pause.ts'
import { readCall, type SentCall } from './read-call.ts'
import { type Refusal, refusal } from './refusal.ts'

export interface FakeOpenAIOptions {
  /** The only key it accepts. */
  apiKey?: string
  /** Milliseconds before every answer, and between the events of a stream. */
  latencyMs?: number
  /** Bills a mask as one more picture; nobody knows whether the real one does. */
  billsMasks?: boolean
}

/** A call that came in: what was sent, and the refusal it got, if any. */
export interface ReceivedCall {
  path: string
  sent: SentCall | null
  refused: Refusal | null
  /** What was drawn for it; null until then and when it was refused. */
  order: Order | null
  /** What it was billed, in micro-dollars. */
  billed: number
}

export interface FakeOpenAI {
  /** To be used as the base URL; ends with /v1. */
  url: string
  apiKey: string
  /** Every call for pictures, in the order they came, refused ones too. */
  calls: ReceivedCall[]
  /** What a real account would be charged for so far. */
  bill(): Bill
  /** Scripts the next calls, one each; when the script is used up, calls are answered well. */
  next(...script: Misbehaviour[]): void
  /** Settles when so many calls have been read and judged. */
  called(count: number): Promise<void>
  /** Settles when so many answers have stalled in the middle. */
  stalled(count: number): Promise<void>
  /** Settles when so many answers about pictures have been sent whole. */
  answered(count: number): Promise<void>
  close(): Promise<void>
  /** Listens again after it was closed, where it did before. */
  open(): Promise<void>
}

const ENDPOINTS = new Map<string, SentCall['endpoint']>([
  ['POST /v1/images/generations', 'generations'],
  ['POST /v1/images/edits', 'edits'],
])

const FAILED = refusal(500, 'server_error', 'The server had an error while processing your request.', {
  type: 'server_error',
}).body

/** A strict stand-in for OpenAI's images API, on a free port of this machine. It draws gradients and keeps a bill. */
export async function startFakeOpenAI(options: FakeOpenAIOptions = {}): Promise<FakeOpenAI> {
  const { apiKey = 'sk-fake-0123456789abcdef', latencyMs = 0, billsMasks = false } = options
  const calls: ReceivedCall[] = []
  const script: Misbehaviour[] = []
  const [called, stalled, answered] = [createMilestones(), createMilestones(), createMilestones()]
  let bill = emptyBill()
  let requests = 0

  async function judge(endpoint: SentCall['endpoint'], request: IncomingMessage, authorized: boolean) {
    const sent = await readCall(endpoint, request)
    if ('status' in sent) return { sent: null, verdict: sent }
    const verdict = authorized
      ? await checkCall(sent, billsMasks)
      : refusal(401, 'invalid_api_key', 'Incorrect API key provided: sk-…')
    return { sent, verdict }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1
    response.setHeader('x-request-id', `req_fake_${requests}`)
    const path = `${request.method} ${request.url}`
    const authorized = request.headers.authorization === `Bearer ${apiKey}`
    const endpoint = ENDPOINTS.get(path)
    if (path === 'GET /v1/models' && authorized) return send(response, 200, modelList())
    if (!endpoint) return send(response, 404, refusal(404, null, `Invalid URL (${path})`).body)
    const { sent, verdict } = await judge(endpoint, request, authorized)
    const call: ReceivedCall = { path, sent, refused: 'status' in verdict ? verdict : null, order: null, billed: 0 }
    calls.push(call)
    called.pass()
    response.once('finish', answered.pass)
    const step = script.shift() ?? { kind: 'fine' }
    if (step.kind === 'error') return send(response, step.status, step.body ?? {}, step.headers)
    if ('status' in verdict) return send(response, verdict.status, verdict.body)
    const tokens = tokensOf(verdict, verdict.n, verdict.n * partialsOf(verdict, step.kind))
    bill = addToBill(bill, verdict.n, tokens)
    call.order = verdict
    call.billed = addToBill(emptyBill(), verdict.n, tokens).microDollars
    await fulfil(verdict, tokens, step, response)
  }

  async function fulfil(order: Order, tokens: Tokens, step: Misbehaviour, response: ServerResponse): Promise<void> {
    if (step.kind === 'hang') return
    await pause(latencyMs + (step.kind === 'slow' ? step.ms : 0), response)
    if (step.kind === 'reset-before-headers') response.destroy()
    else if (step.kind === 'fail-after-work') send(response, 500, FAILED)
    else if (step.kind === 'web-page') response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>')
    else if (order.stream) await answerStream(response, order, step, { stepMs: latencyMs, onHalf: stalled.pass })
    else await answerAtOnce(response, order, tokens, step.kind, stalled.pass)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else send(response, 500, { fake: String(error) })
    })
  })
  const listen = (wanted: number) =>
    new Promise<number>((resolve) => {
      server.listen(wanted, '127.0.0.1', () => resolve(z.object({ port: z.number() }).parse(server.address()).port))
    })
  const port = await listen(0)
  return {
    url: `http://127.0.0.1:${port}/v1`,
    apiKey,
    calls,
    bill: () => bill,
    next: (...steps) => void script.push(...steps),
    called: called.passed,
    stalled: stalled.passed,
    answered: answered.passed,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    open: async () => void (await listen(port)),
  }
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
