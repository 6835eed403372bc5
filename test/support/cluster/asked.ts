import type { ClusterClient, SeenEvent } from './cluster-client.ts'

/** One job a member asked for. */
export interface Asked {
  id: string
  client: ClusterClient
  /** In the prompt of its call. */
  idea: string
  taken: boolean
  /** What its client saw; null for a job that nobody followed. */
  seen: Promise<SeenEvent[]> | null
}
