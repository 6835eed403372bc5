import type { Snapshot } from './document-store.ts'
import type { NodeModel } from './node-model.ts'
import type { NodeChangeModel } from './simulated-figma.ts'

/** Where the names of the document differ from those of Figma's `nodechange`. */
const reported: Readonly<Record<string, string>> = { parentId: 'parent', segments: 'fills' }
const unreported = new Set(['childIds', 'gridCell'])

function pageOf(snapshot: Snapshot, node: NodeModel): string | null {
  if (node.type === 'PAGE' || node.parentId === null) return node.type === 'PAGE' ? node.id : null
  const parent = snapshot.get(node.parentId)
  return parent ? pageOf(snapshot, parent) : null
}

function changedProperties(before: NodeModel, after: NodeModel): string[] {
  const keys = Object.keys(after).filter((key) => Reflect.get(before, key) !== Reflect.get(after, key))
  return [...new Set(keys.filter((key) => !unreported.has(key)).map((key) => reported[key] ?? key))]
}

/** What happened to each node between two moments. */
export function nodeChanges(before: Snapshot, after: Snapshot): readonly NodeChangeModel[] {
  if (before === after) return []
  const changes: NodeChangeModel[] = []
  for (const [id, node] of after) {
    const old = before.get(id)
    if (old === node) continue
    const properties = old ? changedProperties(old, node) : []
    const type = old ? 'PROPERTY_CHANGE' : 'CREATE'
    if (!old || properties.length > 0)
      changes.push({ id, type, nodeType: node.type, pageId: pageOf(after, node), properties })
  }
  for (const [id, node] of before) {
    if (after.has(id)) continue
    changes.push({ id, type: 'DELETE', nodeType: node.type, pageId: pageOf(before, node), properties: [] })
  }
  return changes
}
