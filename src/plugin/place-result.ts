import type { FillPlace } from '#domain/edits/edit.ts'
import type { Placement } from '#domain/placement.ts'
import type { Provenance } from '#domain/provenance.ts'
import { figmaFailure } from './canvas/figma-failure.ts'
import { findNode } from './canvas/find-node.ts'
import { goToPage } from './canvas/go-to-page.ts'
import { layerName } from './canvas/layer-name.ts'
import { nodeAndParents } from './canvas/node-and-parents.ts'
import { showNode } from './canvas/show-node.ts'
import { writeMemory } from './memory/write-memory.ts'
import { placeAsFill } from './placing/place-as-fill.ts'
import { placeAsLayer } from './placing/place-as-layer.ts'
import { placeAsReplacement } from './placing/place-as-replacement.ts'
import { placeBeside } from './placing/place-beside.ts'
import type { PlacementWay } from './placing/placement-way.ts'
import { showAgain } from './placing/show-again.ts'
import { takePicture } from './placing/take-picture.ts'

const WAYS: Record<Placement, PlacementWay> = {
  replace: placeAsReplacement,
  fill: placeAsFill,
  layer: placeAsLayer,
  beside: placeBeside,
}

interface PlaceParams {
  nodeId: string
  placement: Placement
  bytes: Uint8Array
  provenance: Provenance
  /** For `replace`: the fill that makes way. */
  fill: FillPlace | null
}

/** Places one result, remembers how it was made, shows it, and makes all of that one undo step. */
export async function placeResult(params: PlaceParams): Promise<{ nodeId: string; said: string }> {
  const { placement, provenance, fill } = params
  const nodeId = placement === 'replace' && fill ? fill.nodeId : params.nodeId
  const { name } = await findNode(nodeId)
  try {
    const image = await takePicture(params.bytes)
    const target = await goToPage(await findNode(nodeId))
    const picture = { ...image, layerName: layerName(provenance.idea) }
    const { node, said, before } = await WAYS[placement](target, picture, { fill, jobId: provenance.jobId })
    showAgain(node)
    const remembered = writeMemory(node, { provenance, imageHash: picture.imageHash, before })
    showNode(node)
    figma.commitUndo()
    return { nodeId: node.id, said: [said, ...notes(node, remembered)].join(' ') }
  } catch (error) {
    throw figmaFailure(error, name)
  }
}

/** What else there is to know of the layer that shows the picture. */
function notes(node: SceneNode, remembered: boolean): string[] {
  const chain = nodeAndParents(node)
  return [
    ...(remembered ? [] : ['Figma kept no note of how it was made.']),
    ...(chain.some(({ locked }) => locked) ? ['It is locked and stays so.'] : []),
    ...(chain.every(({ visible }) => visible) ? [] : ['It is hidden: show it to see the picture.']),
  ]
}
