import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type CrashMessage, type CrashOrder, type CrashPlan, crashMessageSchema } from './crash-plan.ts'

const PROGRAM = fileURLToPath(new URL('./crash-program.ts', import.meta.url))
const COMPILED = fileURLToPath(new URL('../../../build/crash/compiled', import.meta.url))

export interface CrashChild {
  url: string
  token: string
  /** From now on steps count. */
  count(): Promise<void>
  /** The steps passed since. */
  steps(): Promise<string[]>
  /** Settles when the process has ended; true when SIGKILL ended it. */
  ended: Promise<boolean>
  /** Kill -9, from outside. */
  kill(): Promise<void>
}

/** A proxy in a process of its own; null when it killed itself before it listened. */
export async function startCrashChild(plan: CrashPlan): Promise<CrashChild | null> {
  const process_ = fork(PROGRAM, [JSON.stringify(plan)], {
    execArgv: [],
    env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: COMPILED },
  })
  const ended = once(process_, 'exit').then(([, signal]) => signal === 'SIGKILL')
  const next = async (): Promise<CrashMessage | null> => {
    const message = await Promise.race([
      once(process_, 'message').then(([said]) => crashMessageSchema.parse(said)),
      ended,
    ])
    if (message === false) throw new Error('The proxy under test ended by itself')
    return message === true ? null : message
  }
  const ask = async (order: CrashOrder): Promise<CrashMessage | null> => {
    const answer = next()
    process_.send(order)
    return answer
  }
  const ready = await next()
  if (ready?.kind !== 'ready') return null
  return {
    ...ready,
    ended,
    count: async () => void (await ask('count')),
    async steps() {
      const answer = await ask('steps')
      return answer?.kind === 'steps' ? answer.steps : []
    },
    async kill() {
      process_.kill('SIGKILL')
      await ended
    },
  }
}
