import { execFile } from 'node:child_process'
import { NODE_COMPILE_CACHE } from './compile-cache.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the real command line in a process of its own, with nothing in its environment but what is given. */
export function framewright(args: string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      'node',
      ['src/cli/main.ts', ...args],
      { env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE, ...env } },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
      },
    )
  })
}
