import { AppError } from '#domain/app-error.ts'

/** Figma units between the frame and what is put beside it. */
const GAP = 40

interface Spot {
  parent: PageNode | SectionNode
  /** In the parent's space. */
  x: number
  y: number
}

/**
 * The first free place to the right of the frame a layer is in, at the frame's top, as large as the layer. In a
 * section that is too small, the place to the right of the section.
 */
export function freeSpotBeside(target: SceneNode): Spot {
  const { width, height } = target
  let outermost = outermostFrame(target)
  for (;;) {
    const { node, parent } = outermost
    const box = node.absoluteBoundingBox
    if (!box) throw new AppError('node_removed')
    const x = firstFreeX({ x: box.x + box.width + GAP, y: box.y, width, height }, parent.children)
    if (parent.type === 'PAGE') return { parent, x, y: box.y }
    const around = parent.absoluteBoundingBox
    if (!around) throw new AppError('node_removed')
    const fits = x + width <= around.x + around.width && box.y + height <= around.y + around.height
    if (fits) return { parent, x: x - around.x, y: box.y - around.y }
    outermost = outermostFrame(parent)
  }
}

/** The layer around this one that lies directly on the page or in a section. */
function outermostFrame(target: SceneNode): { node: SceneNode; parent: PageNode | SectionNode } {
  let node = target
  for (;;) {
    const { parent } = node
    if (!parent || parent.type === 'DOCUMENT') throw new AppError('node_removed')
    if (parent.type === 'PAGE' || parent.type === 'SECTION') return { node, parent }
    node = parent as SceneNode
  }
}

/** Moves a box right past everything in its way. One pass does: what lies further left was passed before. */
function firstFreeX(wanted: Rect, siblings: readonly SceneNode[]): number {
  const inRow = siblings
    .flatMap(({ absoluteBoundingBox: box }) => (box ? [box] : []))
    .filter((box) => box.y < wanted.y + wanted.height && box.y + box.height > wanted.y)
    .sort((a, b) => a.x - b.x)
  return inRow.reduce(
    (x, box) => (box.x < x + wanted.width && box.x + box.width > x ? box.x + box.width + GAP : x),
    wanted.x,
  )
}
