import type { NodeSnapshot } from '#contract/plugin-wire.ts'
import { AppError } from '#domain/app-error.ts'
import { findNode } from './canvas/find-node.ts'
import { snapshotNode } from './canvas/snapshot-node.ts'

/** A layer's snapshot; null when it is gone. */
export async function readNode({ nodeId }: { nodeId: string }): Promise<NodeSnapshot | null> {
  try {
    return snapshotNode(await findNode(nodeId))
  } catch (error) {
    if (error instanceof AppError && error.code === 'node_removed') return null
    throw error
  }
}
