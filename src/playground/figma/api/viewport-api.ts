import { union } from '../../render/matrix.ts'
import { absoluteBoundingBox } from '../../render/node-geometry.ts'
import type { FigmaFile } from '../figma-file.ts'
import type { NodeRegistry } from '../node-access.ts'
import type { ViewportModel } from '../simulated-figma.ts'

const margin = 0.8

export function viewportApi(file: FigmaFile, nodes: NodeRegistry): ViewportAPI {
  function look(next: Partial<ViewportModel>): void {
    file.viewport = { ...file.viewport, ...next }
    file.emit({ type: 'viewportChanged', viewport: file.viewport })
  }
  return {
    get center() {
      return { ...file.viewport.center }
    },
    set center(center) {
      look({ center: { x: center.x, y: center.y } })
    },
    get zoom() {
      return file.viewport.zoom
    },
    set zoom(zoom) {
      look({ zoom: Math.min(256, Math.max(0.01, zoom)) })
    },
    get bounds() {
      const { center, zoom, width, height } = file.viewport
      const size = { width: width / zoom, height: height / zoom }
      return { x: center.x - size.width / 2, y: center.y - size.height / 2, ...size }
    },
    slidesView: 'grid',
    canvasView: 'grid',
    scrollAndZoomIntoView(targets) {
      const boxes = targets.flatMap((target) => {
        const node = file.store.node(nodes.idOf(target) ?? '')
        return node ? [absoluteBoundingBox(file.store, node)] : []
      })
      const box = union(boxes)
      if (!box) return
      const fit = Math.min(file.viewport.width / Math.max(1, box.width), file.viewport.height / Math.max(1, box.height))
      look({
        center: { x: box.x + box.width / 2, y: box.y + box.height / 2 },
        zoom: Math.min(1, fit * margin),
      })
    },
  }
}
