import type { NodeModel } from '../figma/node-model.ts'
import type { Rasterizer } from './rasterizer.ts'

type PathSink = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'closePath' | 'ellipse' | 'roundRect'>

/** Top left, top right, bottom right, bottom left. */
function cornerRadii(node: NodeModel): [number, number, number, number] {
  const radius = node.cornerRadius
  return typeof radius === 'number' ? [radius, radius, radius, radius] : [...radius]
}

/** Points on the ellipse that fills the node's box, the first one at the top. */
function polygon(path: PathSink, node: NodeModel, count: number, radiusOf: (index: number) => number): void {
  for (let index = 0; index < count; index += 1) {
    const angle = (index / count) * Math.PI * 2 - Math.PI / 2
    const x = (node.width / 2) * (1 + Math.cos(angle) * radiusOf(index))
    const y = (node.height / 2) * (1 + Math.sin(angle) * radiusOf(index))
    if (index === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  }
  path.closePath()
}

function rectangle(path: PathSink, node: NodeModel, grow: number): void {
  const radii = cornerRadii(node).map((radius) => (radius > 0 ? Math.max(0, radius + grow) : 0))
  const width = Math.max(0, node.width + grow * 2)
  const height = Math.max(0, node.height + grow * 2)
  path.roundRect(-grow, -grow, width, height, radii)
}

type Draw = (path: PathSink, node: NodeModel, grow: number) => void

const outlines: Partial<Record<NodeModel['type'], Draw>> = {
  ELLIPSE: (path, node, grow) =>
    path.ellipse(
      node.width / 2,
      node.height / 2,
      Math.max(0, node.width / 2 + grow),
      Math.max(0, node.height / 2 + grow),
      0,
      0,
      Math.PI * 2,
    ),
  POLYGON: (path, node) => polygon(path, node, Math.max(3, node.pointCount), () => 1),
  STAR: (path, node) =>
    polygon(path, node, Math.max(3, node.pointCount) * 2, (index) => (index % 2 === 0 ? 1 : node.innerRadius)),
  LINE: (path, node) => {
    path.moveTo(0, 0)
    path.lineTo(node.width, 0)
  },
}

/** True for shapes whose outline can be grown; the others keep it. */
export const canGrow = (node: NodeModel) =>
  node.pathData === '' && (outlines[node.type] === undefined || node.type === 'ELLIPSE')

/** The outline of a node in its own space, made larger by `grow` units on every side where the shape allows it. */
export function shapePath(node: NodeModel, rasterizer: Rasterizer, grow = 0): Path2D {
  if (node.pathData !== '') return rasterizer.createPath(node.pathData)
  const path = rasterizer.createPath('')
  const draw = outlines[node.type] ?? rectangle
  draw(path, node, grow)
  return path
}
