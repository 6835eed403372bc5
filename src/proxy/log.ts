import { type DestinationStream, destination, type Logger, pino } from 'pino'

/**
 * JSON lines, on stderr unless a test wants them elsewhere. Prompts, picture bytes and tokens never go in: log ids,
 * codes and counts, and errors through `describeError`.
 */
export function createLog(level: string, to: DestinationStream = destination(2)): Logger {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }, to)
}

export interface ErrorDescription {
  error: string
  code?: string
  at?: string[]
  cause?: ErrorDescription
}

const FRAMES = 6

/** What a log may know of an error: its name, code and stack. Its message is left out, because it can quote a secret. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const frames = stackFrames(error)
  return {
    error: error.name,
    ...code,
    ...(frames.length > 0 ? { at: frames } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

function stackFrames(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line.startsWith('at ') && /:\d+:\d+\)?$/.test(line)).slice(0, FRAMES)
}
