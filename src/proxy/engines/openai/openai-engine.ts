import OpenAI from 'openai'
import { AppError } from '#domain/app-error.ts'
import { checkRequest } from '#domain/check-request.ts'
import type { Engine, EngineAnswer, EngineCall } from '../engine.ts'
import { type BodyWindow, openBody } from './answer/byte-window.ts'
import { startDeadline } from './deadline.ts'
import { OPENAI_URL } from './openai-url.ts'
import { readAnswer } from './read-answer.ts'
import { readStream } from './read-stream.ts'
import { sendEdit } from './send-edit.ts'
import { sendGeneration } from './send-generation.ts'
import { toAppError } from './to-app-error.ts'
import { uploadFiles } from './upload-files.ts'
import { createUpstream, type Upstream } from './upstream-fetch.ts'

const TEN_MINUTES = 10 * 60 * 1000

export interface OpenAIEngineOptions {
  apiKey: string
  /** Address of a server that speaks OpenAI's images API, up to and with `/v1`. */
  baseUrl?: string
  /** How long one call may take, its answer's body included. Milliseconds. */
  timeoutMs?: number
}

/** Pictures from OpenAI, or from a server that speaks its images API. */
export function createOpenAIEngine({ apiKey, baseUrl, timeoutMs = TEN_MINUTES }: OpenAIEngineOptions): Engine {
  const upstream = createUpstream()
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl ?? OPENAI_URL,
    // A second try would be paid for again.
    maxRetries: 0,
    timeout: timeoutMs,
    // Its debug log would print prompts.
    logLevel: 'off',
    fetch: upstream.fetch,
  })
  return {
    name: 'openai',
    simulated: false,
    run: (call) => run({ client, upstream, timeoutMs }, call),
  }
}

interface Connected {
  client: OpenAI
  upstream: Upstream
  timeoutMs: number
}

async function run({ client, upstream, timeoutMs }: Connected, call: EngineCall): Promise<EngineAnswer> {
  checkRequest(call.request)
  const files = await uploadFiles(call).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('failed_unsent', { cause: error })
  })
  const deadline = startDeadline(call.signal, timeoutMs)
  const left = new AbortController()
  const signal = AbortSignal.any([deadline.signal, left.signal])
  try {
    const response =
      files.images.length > 0 ? await sendEdit(client, call, files, signal) : await sendGeneration(client, call, signal)
    return await read(response, openBody(upstream.bodyOf(response)), call)
  } catch (error) {
    throw toAppError(error, deadline)
  } finally {
    // Lets go of the connection when the answer was not read to its end.
    left.abort()
  }
}

/** Some servers answer with one JSON body though events were asked for. */
function read({ headers }: Response, body: BodyWindow, call: EngineCall): Promise<EngineAnswer> {
  const requestId = headers.get('x-request-id')
  const isJson = /^application\/([\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '')
  if (call.request.partialImages === 0 || isJson) return readAnswer(body, call, requestId)
  return readStream({ body, headers, requestId }, call)
}
