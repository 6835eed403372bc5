import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '#proxy/config.ts'
import { openDatabase } from '#proxy/database/open-database.ts'
import type { Db } from '#proxy/database/tables.ts'
import { addMember } from '../add-member.ts'
import { sampleSubmit } from '../call-proxy.ts'
import { startFakeOpenAI } from '../fake-openai/start-fake-openai.ts'
import { sampleBrief } from '../sample-brief.ts'
import type { Asked } from './asked.ts'
import { type ClusterClient, createClusterClient } from './cluster-client.ts'
import type { ClusterPlan } from './cluster-plan.ts'
import { type ClusterReport, judgeCluster } from './judge-cluster.ts'
import { type ProxyProcess, startProxyProcess } from './proxy-process.ts'

const LOOK_MS = 100
/** Submits of one member under way together. */
const AT_ONCE = 5
const NAMES = ['first', 'second', 'third'] as const

/** Starts three proxies on one empty database, lets members work with them, kills one, restarts one, and judges. */
export async function runCluster(
  plan: ClusterPlan,
  database: Pick<Config, 'dataDir' | 'databaseUrl'>,
  imageStore: Record<string, string> = {},
): Promise<ClusterReport> {
  const started = performance.now()
  const upstream = await startFakeOpenAI({ latencyMs: plan.latencyMs })
  const settings = {
    DATABASE_URL: database.databaseUrl ?? '',
    DATA_DIR: database.dataDir,
    OPENAI_API_KEY: upstream.apiKey,
    OPENAI_BASE_URL: upstream.url,
    JOB_CONCURRENCY: String(plan.concurrency),
    REQUESTS_PER_MINUTE: '1000000',
    ...imageStore,
  }
  const all = await Promise.all(NAMES.map((name) => startProxyProcess(name, settings)))
  let up = all
  const db = await openDatabase(database)
  try {
    const troubles = makeTrouble(db, plan, all, settings, (now) => {
      up = now
    })
    const asked = await askForAll(plan, database, () => up)
    await troubles
    await until(async () => (await countEnded(db)) === asked.filter(({ taken }) => taken).length)
    return await judgeCluster({ db, upstream, asked, all, seconds: (performance.now() - started) / 1000 })
  } finally {
    await Promise.all(all.map((proxy) => proxy.end('SIGKILL')))
    await db.destroy()
    await upstream.close()
  }
}

/** Kills one proxy and restarts another; `all` gets the new one too. */
async function makeTrouble(
  db: Db,
  plan: ClusterPlan,
  all: ProxyProcess[],
  settings: Record<string, string>,
  nowUp: (up: ProxyProcess[]) => void,
): Promise<void> {
  const [first, second, third] = all
  if (!first || !second || !third) throw new Error('There must be three proxies')
  await until(async () => (await countEnded(db)) >= plan.killAt)
  await first.end('SIGKILL')
  nowUp([second, third])
  await until(async () => (await countEnded(db)) >= plan.restartAt)
  nowUp([third])
  await second.end('SIGTERM')
  const again = await startProxyProcess('second again', settings)
  all.push(again)
  nowUp([third, again])
}

/** Every member asks for its jobs, a few at a time, each at another proxy; some are followed at yet another one. */
async function askForAll(
  plan: ClusterPlan,
  database: Pick<Config, 'dataDir' | 'databaseUrl'>,
  up: () => readonly ProxyProcess[],
): Promise<Asked[]> {
  const asked = await Promise.all(
    plan.members.map(async ({ name, jobs, affords }) => {
      const price = sampleSubmit(briefOf(`${name} 10`)).agreedPrice
      const client = createClusterClient(up, await addMember(database, name, price * affords))
      const asked: Asked[] = []
      for (let i = 0; i < jobs; i += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, jobs - i) }, (_, j) => i + j)
        asked.push(...(await Promise.all(some.map((j) => ask(client, `${name} ${10 + j}`, j, j < plan.followed)))))
      }
      return asked
    }),
  )
  return asked.flat()
}

/** Ideas are equally long, so that all cost the same. */
const briefOf = (idea: string) => sampleBrief({ idea: `Lamp ${idea}.` })

async function ask(client: ClusterClient, idea: string, turn: number, followed: boolean): Promise<Asked> {
  const id = randomUUID()
  const taken = await client.submit(id, sampleSubmit(briefOf(idea)), turn)
  return { id, client, idea: `Lamp ${idea}.`, taken, seen: taken && followed ? client.follow(id, turn + 1) : null }
}

async function countEnded(db: Db): Promise<number> {
  const { ended } = await db
    .selectFrom('jobs')
    .select((row) => row.fn.countAll<number>().as('ended'))
    .where('state', 'in', ['done', 'failed', 'cancelled'])
    .executeTakeFirstOrThrow()
  return ended
}

/** Asks again and again until it is so. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(LOOK_MS)
}
