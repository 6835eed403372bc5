import { textSize } from '../render/draw-text.ts'
import { contentHash } from './content-hash.ts'
import { createHost } from './create-host.ts'
import { FigmaFile } from './figma-file.ts'
import { encodePicture, loadScene } from './load-scene.ts'
import { Notifications } from './notifications.ts'
import { Runs } from './runs.ts'
import type { CreateFigma } from './simulated-figma.ts'

export const createFigma: CreateFigma = async (options) => {
  const { scene, rasterizer } = options
  const pictures = new Map<string, Uint8Array>()
  for (const [key, picture] of Object.entries(scene.pictures ?? {})) {
    pictures.set(key, await encodePicture(picture, rasterizer))
  }
  const hashOf = (key: string) => {
    const bytes = pictures.get(key)
    if (!bytes) throw new Error(`The scene "${scene.name}" has no picture "${key}"`)
    return contentHash(bytes)
  }
  const { context } = rasterizer.createCanvas(1, 1)
  const store = loadScene(scene, hashOf, (node) => textSize(context, node))
  const file = new FigmaFile(options, store)
  for (const bytes of pictures.values()) file.images.add(bytes, 'createImage')
  await file.images.ready()
  file.select(file.currentPageId, scene.selection ?? [])
  const notifications = new Notifications(file)
  const runs = new Runs(file, notifications)
  file.subscribe((event) => {
    if (event.type === 'documentChanged') runs.deliverChanges(event.changes)
    if (event.type === 'pageChanged') runs.showPage(event.pageId)
    if (event.type === 'selectionChanged') runs.deliver('selectionchange')
  })
  return {
    get api() {
      return runs.api
    },
    host: createHost(file, runs, notifications),
  }
}
