import { flushCompileCache } from 'node:module'
import { startProxy } from '#proxy/start-proxy.ts'
import { testConfig } from '../start-test-proxy.ts'
import { type CrashMessage, crashOrderSchema, crashPlanSchema } from './crash-plan.ts'
import { trackUnsynced } from './unsynced.ts'
import { watchSteps } from './watch-steps.ts'

/** The real proxy in a process that kills itself at the step it is told. Its plan is its only argument. */
const { dataDir, upstream, killAt, countFromStart } = crashPlanSchema.parse(JSON.parse(process.argv[2] ?? ''))

const say = (message: CrashMessage): void => void process.send?.(message)
const steps: string[] = []
const passed = new Map<string, number>()
const unsynced = trackUnsynced()
let counting = countFromStart

await watchSteps(dataDir, unsynced, (step, moment) => {
  if (!counting) return
  if (moment === 'before') {
    steps.push(step)
    passed.set(step, (passed.get(step) ?? 0) + 1)
  }
  if (killAt === null || (killAt.moment === 'before') !== (moment === 'before')) return
  if (killAt.step !== null && killAt.step !== step) return
  if ((killAt.step === null ? steps.length : passed.get(step)) !== killAt.nth) return
  if (killAt.moment === 'power cut') unsynced.lose()
  process.kill(process.pid, 'SIGKILL')
})

process.on('message', (order) => {
  if (crashOrderSchema.parse(order) === 'count') {
    counting = true
    say({ kind: 'counting' })
  } else {
    say({ kind: 'steps', steps })
  }
})
process.on('disconnect', () => process.exit(1))

const { url: baseUrl, apiKey, timeoutMs } = upstream
const engine = { kind: 'openai', apiKey, baseUrl, timeoutMs } as const
const proxy = await startProxy(testConfig(dataDir, { engine }))
flushCompileCache()
say({ kind: 'ready', url: proxy.url, token: proxy.localToken ?? '' })
