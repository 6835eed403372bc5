/** What happens to a cluster of three proxies. */
export interface ClusterPlan {
  members: readonly { name: string; jobs: number /** How many of the jobs the budget is for. */; affords: number }[]
  /** Milliseconds the upstream takes for a picture. */
  latencyMs: number
  /** Jobs running at the same time in each process. */
  concurrency: number
  /** How many jobs of each member a client follows by its events. */
  followed: number
  /** The first proxy is killed -9 when so many jobs have ended. */
  killAt: number
  /** The second one is told to stop, and started again, when so many have ended. */
  restartAt: number
}

const rich = ['ada', 'ben', 'cleo', 'dan'].map((name) => ({ name, jobs: 30, affords: 30 }))
const poor = ['eve', 'finn'].map((name) => ({ name, jobs: 30, affords: 15 }))

/** 180 jobs asked for by 6 members, of which 150 are paid for by their budgets. */
export const CLUSTER_PLAN: ClusterPlan = {
  members: [...rich, ...poor],
  latencyMs: 200,
  concurrency: 4,
  followed: 5,
  killAt: 15,
  restartAt: 60,
}
