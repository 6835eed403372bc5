import type { FillPlace } from '#domain/edits/edit.ts'
import type { Placement } from '#domain/placement.ts'
import { placeResult } from '#plugin/place-result.ts'
import { png } from './pictures.ts'
import { sampleProvenance } from './provenance.ts'

/** A result of 1000 × 500 pixels. */
export const result = await png(1000, 500)

/** Places that result, or another, on a layer of the open canvas. */
export const place = (
  nodeId: string,
  placement: Placement,
  bytes: Uint8Array = result,
  fill: FillPlace | null = null,
) => placeResult({ nodeId, placement, bytes, provenance: sampleProvenance, fill })
