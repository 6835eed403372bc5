import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ProxyProcess {
  url: string
  token: string
  /** From start to listening. */
  readyMs: number
  /** Resident memory of the process now; null where the system does not say. */
  memoryMb(): number | null
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>
}

/** Runs a proxy in a process of its own, on a free port and offline, and waits until it listens. */
export async function startProxyProcess(file: string, dataDir: string): Promise<ProxyProcess> {
  const started = performance.now()
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, OFFLINE_WAIT: '0', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const printed = await greeting(child)
  const readyMs = performance.now() - started
  const said = (label: string): string => {
    const value = new RegExp(`^${label}: (.+)$`, 'm').exec(printed)?.[1]
    if (value) return value
    child.kill('SIGKILL')
    throw new Error(`The proxy does not say: ${label}`)
  }
  return {
    url: said('Framewright proxy'),
    token: readFileSync(join(dataDir, 'local-token'), 'utf8').trim(),
    readyMs,
    memoryMb: () => memoryMb(child.pid),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const [code]: unknown[] = await ended
      return typeof code === 'number' ? code : null
    },
  }
}

async function greeting(child: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += chunk
    if (printed.includes('Member token: ') && printed.endsWith('\n')) return printed
  }
  throw new Error('The proxy ended before it listened')
}

function memoryMb(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}
