import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type MicroDollars, parseUsd } from '#domain/money.ts'

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, { error: `must be a whole number from ${from} to ${to}` })
    .transform(Number)
    .refine((number) => number >= from && number <= to, { error: `must be a whole number from ${from} to ${to}` })

const yesOrNo = z.enum(['yes', 'no'], { error: 'must be yes or no' }).transform((word) => word === 'yes')

const environmentSchema = z.object({
  PORT: whole(0, 65_535).default(8787),
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) !== 0, { error: 'must be localhost or an IP address' })
    .default('localhost'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, { error: 'must start with postgres:// or postgresql://' })
    .optional(),
  IMAGE_STORE: z
    .string()
    .regex(/^s3:\/\/\S+$/, { error: 'must start with s3://' })
    .optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[!-~]+$/, { error: 'must be of letters, digits and signs, without spaces or line ends' })
    .optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address starting with http:// or https://' })
    .optional(),
  OFFLINE_WAIT: z
    .union([z.literal('realistic'), whole(0, 600_000)], { error: 'must be realistic or milliseconds from 0 to 600000' })
    .default('realistic'),
  LOCAL_BUDGET_USD: z
    .string()
    .transform(parseUsd)
    .pipe(z.number({ error: 'must be an amount in dollars such as 25 or 12.50' }))
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
  UPSTREAM_TIMEOUT_SECONDS: whole(1, 3_600).default(600),
  JOB_CONCURRENCY: whole(1, 100).default(4),
  UPSTREAM_CONCURRENCY: whole(1, 10_000).optional(),
  UPSTREAM_IMAGES_PER_MINUTE: whole(1, 100_000).optional(),
  REQUESTS_PER_MINUTE: whole(1, 1_000_000).default(1_200),
  BEHIND_PROXY: yesOrNo.default(false),
  KEEP_RESULTS_DAYS: whole(1, 36_500).default(30),
  KEEP_UPLOADS_DAYS: whole(1, 36_500).default(7),
  DISK_LIMIT_GB: whole(1, 1_000_000).optional(),
  STOP_WAIT_SECONDS: whole(0, 3_600).default(30),
})
type Environment = z.infer<typeof environmentSchema>

/** Whose values never appear in a message. */
const SECRET = new Set(['OPENAI_API_KEY', 'DATABASE_URL', 'IMAGE_STORE'])

export type EngineConfig =
  | { kind: 'offline'; waitMs: number | 'realistic' }
  | { kind: 'openai'; apiKey: string; baseUrl?: string; timeoutMs: number }

export interface LimitsConfig {
  /** Jobs running at the same time for one upstream key, in all processes together; null for no such limit. */
  upstreamConcurrency: number | null
  /** Pictures asked of one upstream key in any minute, by all processes together; null for no such limit. */
  upstreamImagesPerMinute: number | null
  /** Requests one member may make of this process in a minute. */
  requestsPerMinute: number
  /** Whether a reverse proxy stands in front: then the caller's address is the last one in `X-Forwarded-For`. */
  behindProxy: boolean
}

export interface RetentionConfig {
  /** How long results stay that were never placed. Days. */
  resultsDays: number
  /** How long uploads stay that nothing uses. Days. */
  uploadsDays: number
  /** The most all pictures together may take on disk, in gigabytes (10⁹ bytes); null for no limit. */
  diskLimitGb: number | null
}

export interface Config {
  port: number
  /** `localhost` listens on both loopback addresses; an IP address on that one. */
  host: string
  /** Absolute. */
  dataDir: string
  /** Address of a PostgreSQL database that several proxies may share; null for SQLite in the data folder. */
  databaseUrl: string | null
  /** Address of an S3-compatible bucket, `s3://bucket?endpoint=…`; null for files in the data folder. */
  imageStore: string | null
  engine: EngineConfig
  limits: LimitsConfig
  retention: RetentionConfig
  /** Budget of the local member; null leaves the one it has, and gives a new one the usual. */
  localBudget: MicroDollars | null
  logLevel: Environment['LOG_LEVEL']
  /** Jobs this process gives turns at the same time; one more may run here that a process left which died. */
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
    databaseUrl: values.DATABASE_URL ?? null,
    imageStore: values.IMAGE_STORE ?? null,
    engine: engineConfig(values),
    limits: {
      upstreamConcurrency: values.UPSTREAM_CONCURRENCY ?? null,
      upstreamImagesPerMinute: values.UPSTREAM_IMAGES_PER_MINUTE ?? null,
      requestsPerMinute: values.REQUESTS_PER_MINUTE,
      behindProxy: values.BEHIND_PROXY,
    },
    retention: {
      resultsDays: values.KEEP_RESULTS_DAYS,
      uploadsDays: values.KEEP_UPLOADS_DAYS,
      diskLimitGb: values.DISK_LIMIT_GB ?? null,
    },
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
