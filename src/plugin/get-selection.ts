import type { Selection } from '#contract/plugin-wire.ts'
import { snapshotNode } from './canvas/snapshot-node.ts'
import { readFileId } from './memory/read-file-id.ts'

/** Distance from the page's top left corner, to sort by; a layer without a box comes first. */
const corner = (node: SceneNode) => node.absoluteBoundingBox ?? { x: 0, y: 0 }

/** More than anyone looks at or sends along; reading thousands of layers on every click would freeze Figma. */
const MOST = 200

/** What is selected now, top to bottom, then left to right. */
export function getSelection(): Selection {
  const nodes = figma.currentPage.selection
    .slice(0, MOST)
    .map((node) => ({ node, at: corner(node) }))
    .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
  return {
    fileId: readFileId(),
    pageId: figma.currentPage.id,
    readOnly: figma.editorType === 'dev' || figma.mode === 'inspect',
    nodes: nodes.map(({ node }) => snapshotNode(node)),
  }
}
