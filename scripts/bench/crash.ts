import { spawnSync } from 'node:child_process'

/** Kills the proxy at every step of a job, in a program of the tests; false when a criterion does not hold. */
export function benchCrash(): boolean {
  return spawnSync(process.execPath, ['test/support/crash/crash-matrix.ts'], { stdio: 'inherit' }).status === 0
}
