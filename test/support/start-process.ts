import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { NODE_COMPILE_CACHE } from './compile-cache.ts'

export interface ProxyProcess {
  process: ChildProcess
  url: string
  token: string
}

/** Starts a proxy in a process of its own and waits until it listens. `undo` is told how to end it. */
export async function startProcess(
  environment: Record<string, string>,
  undo: (() => Promise<void>)[],
): Promise<ProxyProcess> {
  const child = spawn(process.execPath, ['src/proxy/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE, LOG_LEVEL: 'silent', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  undo.push(async () => void child.kill('SIGKILL'))
  const said = new Map<string, string>()
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', value = ''] = line.split(/: (.*)/)
    said.set(name, value)
    if (name === 'Member token') break
  }
  return {
    process: child,
    url: said.get('Framewright proxy') ?? '',
    token: await readToken(environment['DATA_DIR'] ?? 'data'),
  }
}

const readToken = async (dataDir: string): Promise<string> =>
  (await readFile(join(dataDir, 'local-token'), 'utf8').catch(() => '')).trim()
