import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { MicroDollars } from '#domain/money.ts'

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `must be a whole number from ${from} to ${to}` })
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error: `must be a whole number from ${from} to ${to}` })

const environmentSchema = z.object({
  PORT: whole(0, 65_535).default(8787),
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, { error: 'must be localhost or an IP address' })
    .default('localhost'),
  DATA_DIR: z.string().default('data'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address starting with http:// or https://' })
    .optional(),
  OFFLINE_WAIT: z
    .union([z.literal('realistic'), whole(0, 600_000)], { error: 'must be realistic or milliseconds from 0 to 600000' })
    .default('realistic'),
  LOCAL_BUDGET_USD: z
    .string()
    .regex(/^\d{1,7}(\.\d{1,6})?$/, { error: 'must be an amount in dollars such as 25 or 12.50' })
    .transform((dollars) => Math.round(Number(dollars) * 1_000_000))
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
  UPSTREAM_TIMEOUT_SECONDS: whole(1, 3_600).default(600),
  JOB_CONCURRENCY: whole(1, 100).default(4),
  STOP_WAIT_SECONDS: whole(0, 3_600).default(30),
})
type Environment = z.infer<typeof environmentSchema>

/** Whose values never appear in a message. */
const SECRET = new Set(['OPENAI_API_KEY'])

export type EngineConfig =
  | { kind: 'offline'; waitMs: number | 'realistic' }
  | { kind: 'openai'; apiKey: string; baseUrl?: string; timeoutMs: number }

export interface Config {
  port: number
  /** `localhost` listens on both loopback addresses; an IP address on that one. */
  host: string
  /** Absolute. */
  dataDir: string
  engine: EngineConfig
  /** Budget of the local member; null leaves the one it has, and gives a new one the usual. */
  localBudget: MicroDollars | null
  logLevel: Environment['LOG_LEVEL']
  /** Jobs running at the same time. */
  concurrency: number
  /** How long stopping waits for pictures already asked for. */
  stopWaitMs: number
}

/** A setting that cannot be used; the message says which and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings of the proxy. An empty variable counts as not set; a bad one is never replaced by a default.
 * @throws ConfigError
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => complaint(issue, set)).join('\n'))
  const values = parsed.data
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    engine: engineConfig(values),
    localBudget: values.LOCAL_BUDGET_USD ?? null,
    logLevel: values.LOG_LEVEL,
    concurrency: values.JOB_CONCURRENCY,
    stopWaitMs: values.STOP_WAIT_SECONDS * 1000,
  }
}

function complaint(issue: z.core.$ZodIssue, set: Record<string, string | undefined>): string {
  const name = String(issue.path[0])
  const shown = SECRET.has(name) ? '' : ` “${set[name] ?? ''}”`
  return `The setting ${name}${shown} cannot be used: it ${issue.message}.`
}

function engineConfig(values: Environment): EngineConfig {
  if (values.OPENAI_API_KEY === undefined) {
    if (values.OPENAI_BASE_URL === undefined) return { kind: 'offline', waitMs: values.OFFLINE_WAIT }
    throw new ConfigError(
      'OPENAI_BASE_URL is set, but OPENAI_API_KEY is not. Set both; a server that needs no key takes any text.',
    )
  }
  return {
    kind: 'openai',
    apiKey: values.OPENAI_API_KEY,
    timeoutMs: values.UPSTREAM_TIMEOUT_SECONDS * 1000,
    ...(values.OPENAI_BASE_URL === undefined ? {} : { baseUrl: values.OPENAI_BASE_URL }),
  }
}
