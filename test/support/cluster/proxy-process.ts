import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { NODE_COMPILE_CACHE } from '../compile-cache.ts'

/** One proxy in a process of its own, as an operator starts it. */
export interface ProxyProcess {
  name: string
  url: string
  /** Ids of the jobs whose work ended in this process, in that order. */
  ended: string[]
  /** What it logged as warning or error, by message. */
  complaints: string[]
  /** Sends the signal and waits until the process is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const WARN = 40
const lineSchema = z.object({
  level: z.number(),
  msg: z.string().default(''),
  error: z.string().default(''),
  code: z.string().default(''),
  jobId: z.string().optional(),
  state: z.string().optional(),
})
const ENDED = new Set(['done', 'failed', 'cancelled'])

/** Ends a process with the one that started it, however that one ends. */
const NEVER_ALONE = 'data:text/javascript,process.stdin.on("end",()=>process.exit(1)).resume()'

/** Starts a proxy and waits until it listens. */
export async function startProxyProcess(name: string, settings: Record<string, string>): Promise<ProxyProcess> {
  const base = { PATH: process.env['PATH'], NODE_COMPILE_CACHE, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' }
  const child = spawn(process.execPath, ['--import', NEVER_ALONE, 'src/proxy/main.ts'], {
    env: { ...base, ...settings },
  })
  const gone = once(child, 'exit')
  const ended: string[] = []
  const complaints: string[] = []
  createInterface(child.stderr).on('line', (line) => {
    const { level, msg, error, code, jobId, state = '' } = readLine(line)
    if (level >= WARN) complaints.push(`${msg} ${error} ${code}`.trim())
    if (jobId !== undefined && ENDED.has(state)) ended.push(jobId)
  })
  const url = await Promise.race([
    addressIn(child.stdout),
    gone.then(() => {
      throw new Error(`${name} did not start: ${complaints.join('\n')}`)
    }),
  ])
  return {
    name,
    url,
    ended,
    complaints,
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}

/** A line that is no log line is a complaint: something printed past the log. */
function readLine(line: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch {
    return lineSchema.parse({ level: WARN, msg: line })
  }
}

async function addressIn(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const address = /^Framewright proxy: (\S+)$/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('It did not say where it listens')
}
