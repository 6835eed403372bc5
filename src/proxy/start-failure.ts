import { ConfigError } from './config.ts'
import { DatabaseUnusable } from './database/database-unusable.ts'
import { DataFolderInUse } from './database/lock-data-folder.ts'

/** Errors whose message is a sentence for a person. */
const PLAIN = [ConfigError, DataFolderInUse, DatabaseUnusable]

/** Why the proxy did not start: a sentence for what a person can mend, a stack for the rest. */
export function startFailure(error: unknown): string {
  if (PLAIN.some((kind) => error instanceof kind) && error instanceof Error) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? ` ${error.port}` : ''
    return `The port${port} is in use. Stop the program that uses it, or set PORT or PLAYGROUND_PORT to another number.`
  }
  return String(error instanceof Error ? error.stack : error)
}
