import type { NodeModel } from '../figma/node-model.ts'
import { drawNode } from './draw-node.ts'
import type { Box } from './matrix.ts'
import { absoluteBoundingBox, absoluteTransform, containerOf } from './node-geometry.ts'
import { visibleBounds } from './render-bounds.ts'
import type { RenderScene } from './render-scene.ts'

export type ImageExport = Pick<
  ExportSettingsImage,
  'format' | 'contentsOnly' | 'useAbsoluteBounds' | 'constraint' | 'colorProfile'
>

const nothingVisible = 'Failed to export node. This node may not have any visible layers.'

function pixelSize(box: Box, constraint: ExportSettingsConstraints | undefined) {
  const { type, value } = constraint ?? { type: 'SCALE', value: 1 }
  const scale = { SCALE: value, WIDTH: value / box.width, HEIGHT: value / box.height }[type]
  const pixels = (units: number) => Math.max(1, Math.round(units * scale))
  return { width: pixels(box.width), height: pixels(box.height) }
}

function pageOf(scene: RenderScene, node: NodeModel): NodeModel {
  const parent = node.parentId === null ? undefined : scene.document.node(node.parentId)
  return parent && node.type !== 'PAGE' ? pageOf(scene, parent) : node
}

/** Draws the node with the canvas in page space; with `contentsOnly: false`, everything else of the page too. */
function draw(context: CanvasRenderingContext2D, node: NodeModel, scene: RenderScene, contentsOnly: boolean): void {
  if (!contentsOnly || node.type === 'PAGE') {
    for (const child of scene.document.children(pageOf(scene, node))) drawNode(context, child, scene)
    return
  }
  const container = containerOf(scene.document, node)
  if (container) {
    const [[a, c, e], [b, d, f]] = absoluteTransform(scene.document, container)
    context.transform(a, b, c, d, e, f)
  }
  drawNode(context, node, scene)
}

/**
 * A picture of a node as `exportAsync` makes it, pictures in fills being decoded already. Rejects with a plain string,
 * as Figma does, when nothing of the node is visible.
 */
export async function exportNode(node: NodeModel, scene: RenderScene, settings: ImageExport): Promise<Uint8Array> {
  const visible = visibleBounds(scene.document, node)
  if (!visible) return Promise.reject(nothingVisible)
  const box = settings.useAbsoluteBounds && node.type !== 'PAGE' ? absoluteBoundingBox(scene.document, node) : visible
  const { width, height } = pixelSize(box, settings.constraint)
  const canvas = scene.rasterizer.createCanvas(width, height)
  const { context } = canvas
  if (settings.format === 'JPG') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
  }
  context.scale(width / box.width, height / box.height)
  context.translate(-box.x, -box.y)
  draw(context, node, scene, settings.contentsOnly ?? true)
  return scene.rasterizer.encode(canvas, settings.format === 'JPG' ? 'image/jpeg' : 'image/png')
}
