import OpenAI from 'openai'
import { AppError } from '#domain/app-error.ts'
import { checkRequest } from '#domain/check-request.ts'
import type { Engine, EngineAnswer, EngineCall } from '../engine.ts'
import { startDeadline } from './deadline.ts'
import { sendEdit } from './send-edit.ts'
import { sendGeneration } from './send-generation.ts'
import { toAppError } from './to-app-error.ts'
import { uploadFiles } from './upload-files.ts'
import { createUpstreamFetch } from './upstream-fetch.ts'

const OPENAI_URL = 'https://api.openai.com/v1'
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
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl ?? OPENAI_URL,
    // A second try would be paid for again.
    maxRetries: 0,
    timeout: timeoutMs,
    // Its debug log would print prompts.
    logLevel: 'off',
    fetch: createUpstreamFetch(),
  })
  return { name: 'openai', simulated: false, run: (call) => run(client, call, timeoutMs) }
}

async function run(client: OpenAI, call: EngineCall, timeoutMs: number): Promise<EngineAnswer> {
  checkRequest(call.request)
  const files = await uploadFiles(call).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('failed_unsent', { cause: error })
  })
  const deadline = startDeadline(call.signal, timeoutMs)
  try {
    const { signal } = deadline
    return files.images.length > 0
      ? await sendEdit(client, call, files, signal)
      : await sendGeneration(client, call, signal)
  } catch (error) {
    throw toAppError(error, deadline)
  }
}
