import type { Placement } from '#domain/placement.ts'
import type { Provenance } from '#domain/provenance.ts'
import { figmaFailure } from './figma-failure.ts'
import { findNode } from './find-node.ts'
import { goToPage } from './go-to-page.ts'
import { layerName } from './layer-name.ts'
import { nodeAndParents } from './node-and-parents.ts'
import { placeAsFill } from './place-as-fill.ts'
import { placeAsLayer } from './place-as-layer.ts'
import { placeBeside } from './place-beside.ts'
import type { PlacementWay } from './placement-way.ts'
import { showNode } from './show-node.ts'
import { takePicture } from './take-picture.ts'
import { writeMemory } from './write-memory.ts'

const WAYS: Record<Placement, PlacementWay> = { fill: placeAsFill, layer: placeAsLayer, beside: placeBeside }

interface PlaceParams {
  nodeId: string
  placement: Placement
  bytes: Uint8Array
  provenance: Provenance
}

/** Places one result, remembers how it was made, shows it, and makes all of that one undo step. */
export async function placeResult(params: PlaceParams): Promise<{ nodeId: string; said: string }> {
  const { name } = await findNode(params.nodeId)
  try {
    const image = await takePicture(params.bytes)
    const target = await goToPage(await findNode(params.nodeId))
    const picture = { ...image, layerName: layerName(params.provenance.idea) }
    const { node, said } = await WAYS[params.placement](target, picture)
    const remembered = writeMemory(node, params.provenance, picture.imageHash)
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
