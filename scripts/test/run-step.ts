import { spawn } from 'node:child_process'

export interface StepOutcome {
  ok: boolean
  /** Everything the command printed. */
  output: string
  seconds: number
}

/** Runs one command of the project and collects what it prints. */
export function runStep(command: string, args: string[]): Promise<StepOutcome> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    const chunks: Buffer[] = []
    const collect = (chunk: Buffer) => chunks.push(chunk)
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const end = (ok: boolean) =>
      resolve({ ok, output: Buffer.concat(chunks).toString(), seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`))
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
