import type { Logger } from 'pino'
import { describeError } from './log.ts'

const LOG_MS = 100

/**
 * Ends the process when an error reached nobody: what it left half done is unknown, and a start puts everything in order.
 * Whoever started the process starts it again.
 */
export function endOnFault(log: Logger): void {
  const end = (error: unknown): void => {
    log.fatal(describeError(error), 'ended by an error that nothing caught')
    process.exitCode = 1
    setTimeout(() => process.exit(1), LOG_MS)
  }
  process.on('uncaughtException', end)
  process.on('unhandledRejection', end)
}
