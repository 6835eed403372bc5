import type { FrameLayer, MainCalls, NodeSnapshot } from '#contract/plugin-wire.ts'
import { mainCalls } from '#contract/plugin-wire.ts'
import { type Channel, createRpc, type Handlers } from '#contract/rpc.ts'
import type { Draft, Settings } from '#contract/settings.ts'
import type { Affine } from '#domain/affine.ts'
import { AppError } from '#domain/app-error.ts'
import { selectionOf } from './sample-node.ts'

type Placed = Parameters<Handlers<MainCalls>['placeResult']>[0]
type Reviewed = Parameters<Handlers<MainCalls>['review']>[0]

/** What the plugin's main thread would hold: settings, a draft, a few nodes and what was placed. */
export interface Canvas {
  settings: Settings
  draft: Draft | null
  nodes: NodeSnapshot[]
  /** The file's id, once it has one. */
  fileId?: string
  /** The bytes any exported layer has. */
  picture: Uint8Array
  placed: Placed[]
  /** The layers whose pictures were read. */
  exported?: string[]
  /** What reviewers said. */
  reviews?: Reviewed[]
  /** What layers over the picture look like, and from their pixels to the picture’s. */
  shapes?: Readonly<Record<string, { bytes: Uint8Array; toPicture: Affine }>>
  /** What is right inside any frame, bottom first. */
  layers?: readonly FrameLayer[]
  /** What was said in passing. */
  notices?: string[]
  /** True when nothing more can be kept. */
  full?: boolean
  /** What cannot be read. */
  unreadable?: readonly ('settings' | 'draft' | 'selection' | 'file')[]
}

/** Two ends of a wire in one process, each message cloned as between Figma's two halves. */
function wirePair(): [Channel, Channel] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []]
  const end = (mine: 0 | 1, other: 0 | 1): Channel => ({
    post: (message) => {
      const copy = structuredClone(message)
      queueMicrotask(() => listeners[other].forEach((listen) => void listen(copy)))
    },
    on: (listener) => void listeners[mine].push(listener),
  })
  return [end(0, 1), end(1, 0)]
}

function refuse({ unreadable }: Canvas, what: 'settings' | 'draft' | 'selection' | 'file'): void {
  if (unreadable?.includes(what)) throw new AppError('canvas_failed', { details: { reason: what } })
}

const handlersOf = (canvas: Canvas): Handlers<MainCalls> => ({
  getSelection: () => {
    refuse(canvas, 'selection')
    return { ...selectionOf(...canvas.nodes), fileId: canvas.fileId ?? null }
  },
  markFile: ({ fileId }) => {
    refuse(canvas, 'file')
    canvas.fileId ??= fileId
    return { fileId: canvas.fileId }
  },
  readNode: ({ nodeId }) => canvas.nodes.find((node) => node.id === nodeId) ?? null,
  exportImage: ({ nodeId, how }) => {
    const node = canvas.nodes.find(({ id }) => id === nodeId)
    if (!node) throw new AppError('node_removed')
    canvas.exported?.push(nodeId)
    const image = how === 'original' ? node.imageFills[0] : undefined
    const fill = image ? { nodeId, index: image.index, imageHash: image.imageHash } : null
    return { bytes: canvas.picture, name: node.name, fill }
  },
  exportMask: ({ nodeId }) => {
    const node = canvas.nodes.find(({ id }) => id === nodeId)
    const shape = canvas.shapes?.[nodeId]
    if (!node) throw new AppError('mask_layer_removed')
    if (!shape) throw new AppError('mask_outside')
    return { ...shape, name: node.name }
  },
  readFrame: () => ({ layers: [...(canvas.layers ?? [])] }),
  review: (said) => {
    if (!canvas.nodes.some(({ id }) => id === said.nodeId)) throw new AppError('node_removed')
    canvas.reviews?.push(said)
    const { nodeId, review } = said
    canvas.nodes = canvas.nodes.map((node) => (node.id === nodeId ? { ...node, review } : node))
    return { said: 'Noted.' }
  },
  placeResult: (placed) => {
    canvas.placed.push(placed)
    return { nodeId: placed.nodeId, said: `Placed as ${placed.placement}.` }
  },
  loadSettings: () => {
    refuse(canvas, 'settings')
    return canvas.settings
  },
  saveSettings: (settings) => {
    canvas.settings = settings
    return {}
  },
  loadDraft: () => {
    refuse(canvas, 'draft')
    return canvas.draft
  },
  saveDraft: (draft) => {
    if (canvas.full) throw new AppError('storage_full')
    canvas.draft = draft
    return {}
  },
  resize: () => ({}),
  notify: ({ message }) => {
    canvas.notices?.push(message)
    return {}
  },
})

/** The window's end of a wire to a canvas. */
export function connectCanvas(canvas: Canvas) {
  const [windowEnd, mainEnd] = wirePair()
  createRpc(mainEnd, { table: mainCalls, handlers: handlersOf(canvas) }, {})
  return createRpc(windowEnd, { table: {}, handlers: {} }, mainCalls)
}
