import type { ClusterReport } from './judge-cluster.ts'

/** How much later than where it ran a job's end may reach a client at another proxy: well under the poll of two seconds. */
const AT_ONCE_MS = 700

/** What must hold of a cluster, in words. */
export function clusterCriteria(report: ClusterReport): readonly (readonly [string, boolean])[] {
  const taken = report.asked - report.refusedOverBudget
  return [
    ['at least 150 jobs were taken', taken >= 150],
    ['some were refused over budget', report.refusedOverBudget > 0],
    ['every job ended, delivered or interrupted', report.delivered + report.interrupted === taken],
    ['nothing was paid twice', report.paidTwice.length === 0],
    ['no budget was overspent', report.overspent.length === 0],
    [
      'the ledger is the bill, but for interrupted jobs and the estimates of salvaged ones',
      report.settled === report.due,
    ],
    ['interrupted jobs hold at least what they were billed', report.held >= report.billOfInterrupted],
    ['only the killed proxy left jobs interrupted or salvaged', report.interrupted + report.salvaged <= 4],
    ['jobs ended in every process', Object.values(report.endedIn).every((jobs) => jobs > 0)],
    ['clients at other proxies followed some', report.followedElsewhere > 0],
    ['they knew of the end at once', report.medianDelay <= AT_ONCE_MS],
    ['no event was missed or came twice', report.eventsMissed.length === 0],
    ['every picture can be read from another proxy', report.unreadable.length === 0],
  ]
}
