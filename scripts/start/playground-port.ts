import { ConfigError } from '#proxy/config.ts'

const DEFAULT_PORT = 8788

/** The playground's port from `PLAYGROUND_PORT`. Throws ConfigError for a bad value. */
export function playgroundPort(environment: Record<string, string | undefined>): number {
  const written = environment['PLAYGROUND_PORT'] ?? ''
  if (written === '') return DEFAULT_PORT
  const port = Number(written)
  if (/^\d+$/.test(written) && port <= 65_535) return port
  throw new ConfigError(
    `The setting PLAYGROUND_PORT “${written}” cannot be used: it must be a whole number from 0 to 65535.`,
  )
}
