import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How the upstream gives its answer. */
export type Form = 'JSON' | 'events'

/** One way from the upstream's picture to the client, in a process of its own. */
export interface Subject {
  /** One picture, read to its end; how many bytes of it came. */
  fetchPicture(): Promise<number>
  /** The most memory the process has had resident so far. Bytes; null where the system does not tell. */
  peakMemory(): number | null
  stop(): Promise<void>
}

const toldSchema = z.object({ url: z.string(), bytes: z.number().optional() })

export interface Started {
  child: ChildProcess
  url: string
  bytes: number
}

/** Starts one of the bench's own servers. */
export async function startServer(file: string, ...options: string[]): Promise<Started> {
  const child = spawn(process.execPath, [new URL(file, import.meta.url).pathname, ...options], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [told] = await once(child, 'message')
  const { url, bytes = 0 } = toldSchema.parse(told)
  return { child, url, bytes }
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Linux only. Bytes. */
export function memoryOf(child: ChildProcess, field: 'VmHWM' | 'VmRSS'): number | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024
  } catch {
    return null
  }
}
