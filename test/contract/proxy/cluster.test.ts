import { expect, test } from 'vitest'
import { clusterCriteria } from '#support/cluster/cluster-criteria.ts'
import { CLUSTER_PLAN } from '#support/cluster/cluster-plan.ts'
import { runCluster } from '#support/cluster/run-cluster.ts'
import { createPostgres } from '#support/databases.ts'

test('three proxies share 150 jobs; one is killed, one restarted; all end, none is paid twice, budgets hold', async () => {
  const database = await createPostgres()
  try {
    const report = await runCluster(CLUSTER_PLAN, database.config)
    const broken = clusterCriteria(report).filter(([, holds]) => !holds)
    expect(broken, JSON.stringify(report, null, 2)).toEqual([])
  } finally {
    await database.drop()
  }
}, 180_000)
