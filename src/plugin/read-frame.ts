import type { FrameLayer } from '#contract/plugin-wire.ts'
import { type Affine, apply, fromFigma, invert, multiply, scaling } from '#domain/affine.ts'
import { findNode } from './canvas/find-node.ts'
import { isFillable, readFills } from './canvas/read-fills.ts'

/** More than a model can heed or a person look through. */
const MOST = 200
const LONGEST_NAME = 500
const LONGEST_TEXT = 2_000

/** What is told of a layer that sticks out, in frames to each side; farther out it stands in front of nothing. */
const REACH = { from: -4, to: 5 }

/** The layers right inside a frame, bottom first, with their boxes in the frame’s own space, turned or not. */
export async function readFrame({ nodeId }: { nodeId: string }): Promise<{ layers: FrameLayer[] }> {
  const frame = await findNode(nodeId)
  const toFrame = invert(fromFigma(frame.absoluteTransform))
  if (!toFrame || !('children' in frame) || frame.width === 0 || frame.height === 0) return { layers: [] }
  const toShares = multiply(scaling(1 / frame.width, 1 / frame.height), toFrame)
  const children = frame.children as readonly SceneNode[]
  return { layers: children.slice(0, MOST).flatMap((child) => readLayer(child, toShares) ?? []) }
}

function readLayer(node: SceneNode, toShares: Affine): FrameLayer | null {
  const box = boxIn(node, multiply(toShares, fromFigma(node.absoluteTransform)))
  if (box.width < 0 || box.height < 0) return null
  return {
    id: node.id,
    name: node.name.slice(0, LONGEST_NAME),
    ...(node.type === 'TEXT' ? { text: node.characters.slice(0, LONGEST_TEXT) } : {}),
    box,
    canFill: readFills(node) !== null && isFillable(node),
    visible: node.visible,
  }
}

/** The upright box around a layer after the transform; a negative edge where none of it is within reach. */
function boxIn({ width, height }: SceneNode, transform: Affine): FrameLayer['box'] {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ].map((corner) => apply(transform, corner))
  const reach = (values: number[]) => ({
    from: Math.max(REACH.from, Math.min(...values)),
    to: Math.min(REACH.to, Math.max(...values)),
  })
  const across = reach(corners.map(({ x }) => x))
  const along = reach(corners.map(({ y }) => y))
  return {
    x: rounded(across.from),
    y: rounded(along.from),
    width: rounded(across.to - across.from),
    height: rounded(along.to - along.from),
  }
}

/** Fine enough for any frame, and short in a prompt. */
const rounded = (share: number) => Math.round(share * 10_000) / 10_000
