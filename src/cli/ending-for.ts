import { AppError, toFailure } from '#domain/app-error.ts'
import type { FailureCode } from '#domain/failure.ts'

/** Failures that only another command line can mend. */
const WRITTEN_WRONGLY: ReadonlySet<FailureCode> = new Set([
  'frame_invalid',
  'idea_missing',
  'model_unknown',
  'option_unsupported',
  'prompt_too_long',
  'too_many_references',
])

/** Errors whose own message is a sentence for the person at the terminal, and how the command ends. */
const SPOKEN: Readonly<Record<string, 1 | 2>> = {
  UsageError: 2,
  ConfigError: 2,
  DataFolderInUse: 1,
  DatabaseUnusable: 1,
  OperationRefused: 1,
  SaveError: 1,
}

export interface Ending {
  /** 2 for a command or environment written wrongly, 1 for everything that failed otherwise. */
  code: 1 | 2
  sentence: string
}

/** How the command line ends when a command throws. */
export function endingFor(error: unknown): Ending {
  if (error instanceof AppError) return { code: WRITTEN_WRONGLY.has(error.code) ? 2 : 1, sentence: error.message }
  if (error instanceof Error) {
    const spoken = SPOKEN[error.name]
    if (spoken) return { code: spoken, sentence: error.message }
    if ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) return { code: 2, sentence: error.message }
  }
  return { code: 1, sentence: toFailure(error).message }
}
