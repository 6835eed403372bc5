import { spawnSync } from 'node:child_process'

/** Lets three proxies share the work, kills one, restarts one, in a program of the tests; false when a criterion does not hold. */
export function benchCluster(): boolean {
  return spawnSync(process.execPath, ['test/support/cluster/cluster-program.ts'], { stdio: 'inherit' }).status === 0
}
