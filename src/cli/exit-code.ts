import { AppError } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'
import { UsageError } from './usage-error.ts'

/** Failures that only another command line can mend. */
const WRITTEN_WRONGLY: FailureCode[] = [
  'frame_invalid',
  'idea_missing',
  'model_unknown',
  'option_unsupported',
  'prompt_too_long',
  'too_many_references',
]

/** 2 for a command written wrongly, 1 for everything that failed otherwise. */
export function exitCode(error: unknown): 1 | 2 {
  if (error instanceof UsageError) return 2
  if (error instanceof AppError) return WRITTEN_WRONGLY.includes(error.code) ? 2 : 1
  const isParseArgs = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return isParseArgs ? 2 : 1
}
