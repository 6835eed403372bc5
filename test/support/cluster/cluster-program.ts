/** The cluster, printed as a table. Exit code 0 when every criterion holds. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeS3 } from '../fake-s3/start-fake-s3.ts'
import { startPostgres } from '../start-postgres.ts'
import { clusterCriteria } from './cluster-criteria.ts'
import { CLUSTER_PLAN } from './cluster-plan.ts'
import { runCluster } from './run-cluster.ts'

const dollars = (microDollars: number): string => `$${(microDollars / 1_000_000).toFixed(6)}`

const dataDir = await mkdtemp(join(tmpdir(), 'framewright-'))
const server = await startPostgres()
const bucket = await startFakeS3()
const imageStore = {
  IMAGE_STORE: bucket.address,
  AWS_ACCESS_KEY_ID: bucket.key.accessKeyId,
  AWS_SECRET_ACCESS_KEY: bucket.key.secretAccessKey,
}
try {
  const report = await runCluster(CLUSTER_PLAN, { dataDir, databaseUrl: server.url('postgres') }, imageStore)
  const rows: [string, string | number][] = [
    ['jobs asked for by 6 members', report.asked],
    ['refused over budget', report.refusedOverBudget],
    ['delivered', report.delivered],
    ['interrupted by the kill', report.interrupted],
    ...Object.entries(report.endedIn).map(([name, jobs]): [string, number] => [`ended in the ${name} proxy`, jobs]),
    ['calls at the upstream', report.upstreamCalls],
    ['paid twice', report.paidTwice.length],
    ['the upstream’s bill', dollars(report.bill)],
    ['of that, of interrupted jobs', dollars(report.billOfInterrupted)],
    ['settled in the ledger', dollars(report.settled)],
    ['held for interrupted jobs', dollars(report.held)],
    ['members over their budget', report.overspent.length],
    ['jobs followed by their events', report.followed],
    ['of those, from another proxy than ran them', report.followedElsewhere],
    ['median delay of their last event', `${report.medianDelay} ms`],
    ['longest delay', `${report.longestDelay} ms`],
    ['clients that missed an event', report.eventsMissed.length],
    ['pictures that could not be read', report.unreadable.length],
    ['pictures in the bucket', bucket.objects.size],
    ['time in all', `${report.seconds.toFixed(1)} s`],
  ]
  for (const [name, value] of rows) console.log(`${name.padEnd(46)}${String(value).padStart(14)}`)
  for (const [said, times] of Object.entries(report.complaints)) console.log(`logged ${times}×: ${said}`)
  for (const line of report.otherwise) console.log(`✗ ${line}`)
  console.log('')
  const criteria = clusterCriteria(report)
  for (const [name, holds] of criteria) console.log(`${holds ? 'yes' : 'NO '}  ${name}`)
  process.exitCode = criteria.every(([, holds]) => holds) ? 0 : 1
} finally {
  await bucket.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
