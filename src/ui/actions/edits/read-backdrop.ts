import type { FrameLayer, NodeSnapshot } from '#contract/plugin-wire.ts'
import { AppError, toFailure } from '#domain/app-error.ts'
import type { Failure } from '#domain/failure.ts'
import type { ImageInfo } from '#domain/image.ts'
import { composeLayers, type DrawnLayer } from '../../pixels/compose-layers.ts'
import { opaqueShare } from '../../pixels/opaque-share.ts'
import { hidingLayers, layersInFront } from '../../state/edits/backdrop-layers.ts'
import type { SeenBackdrop } from '../../state/edits/backdrop-state.ts'
import type { ActionContext } from '../action-context.ts'
import { readNodeAgain } from '../read-node-again.ts'
import { tryToRead } from '../try-to-read.ts'

/** Layers drawn in front of a background; of more the largest are taken. */
const MOST_DRAWN = 12
/** Longest edge of the picture of what stands in front, in pixels: enough to show a model light and perspective. */
const LONGEST_EDGE = 1024
/** Enough to see whether a layer is opaque. */
const GLANCE_EDGE = 64
const OPAQUE = 0.98

/**
 * Reads a frame that gets a new background: its layers, which of them shows the background, and a picture of what stands
 * in front of that, kept at the proxy. `into`: the layer that was chosen; without one it is found out.
 * @returns what was found, which is also in the state unless something else was asked for meanwhile
 */
export async function readBackdrop(
  context: ActionContext,
  frame: NodeSnapshot,
  into?: string,
): Promise<{ seen: SeenBackdrop; failure: null } | { seen: null; failure: Failure }> {
  const { dispatch, read } = context
  dispatch({ type: 'backdropAsked', frame, wanted: into ?? null })
  const serial = read().backdrop?.serial ?? 0
  const { value: seen, failure } = await tryToRead(lookBehind(context, frame.id, into))
  if (!seen) {
    dispatch({ type: 'backdropFailed', serial, failure })
    return { seen, failure }
  }
  dispatch({ type: 'backdropRead', serial, ...seen })
  return { seen, failure }
}

/**
 * The same without a word to the state about the background.
 * @throws AppError `frame_removed`, `backdrop_removed`, those of exporting and uploading
 */
export async function lookBehind(context: ActionContext, frameId: string, wanted?: string): Promise<SeenBackdrop> {
  const frame = await readNodeAgain(context, frameId)
  if (!frame) throw new AppError('frame_removed')
  const { layers } = await context.main.readFrame({ nodeId: frameId })
  const layerId = wanted ?? (await hidingLayer(context, layers)) ?? frameId
  const into = layerId === frameId ? frame : await layerOf(context, layerId, layers)
  return { layers, into, foreground: await drawForeground(context, into, layersInFront(layers, layerId)) }
}

async function layerOf(context: ActionContext, nodeId: string, layers: readonly FrameLayer[]): Promise<NodeSnapshot> {
  const node = await readNodeAgain(context, nodeId)
  if (!node || !layers.some(({ id }) => id === nodeId)) throw new AppError('backdrop_removed')
  return node
}

/** The topmost opaque layer over the whole frame: what lies beneath it nobody would see. */
async function hidingLayer({ easel, main }: ActionContext, layers: readonly FrameLayer[]): Promise<string | null> {
  for (const { id } of hidingLayers(layers)) {
    const { bytes } = await main.exportImage({ nodeId: id, how: 'asShown', maxEdge: GLANCE_EDGE })
    if ((await opaqueShare(easel, bytes)) >= OPAQUE) return id
  }
  return null
}

const area = ({ box }: FrameLayer): number => box.width * box.height

async function drawForeground(
  { client, easel, main }: ActionContext,
  { id, width, height }: NodeSnapshot,
  inFront: readonly FrameLayer[],
): Promise<ImageInfo | null> {
  if (inFront.length === 0) return null
  const scale = LONGEST_EDGE / Math.max(width, height)
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const picture = { nodeId: id, fill: null, ...size }
  const largest = new Set(inFront.toSorted((a, b) => area(b) - area(a)).slice(0, MOST_DRAWN))
  const drawn: DrawnLayer[] = []
  for (const layer of inFront.filter((each) => largest.has(each))) {
    const exported = await main.exportMask({ nodeId: layer.id, picture }).catch(skipInvisible)
    if (exported) drawn.push(exported)
  }
  if (drawn.length === 0) return null
  return client().uploadImage(await composeLayers(easel, drawn, size))
}

/** A layer can be there and show nothing: an empty group, or a line of no width. */
function skipInvisible(error: unknown): null {
  const { code } = toFailure(error)
  if (code === 'nothing_visible' || code === 'mask_outside') return null
  throw error
}
