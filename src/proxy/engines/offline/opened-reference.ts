import type { Reference, Role } from '#domain/reference.ts'
import { type Inspected, inspectImage } from '../../pixels/inspect-image.ts'
import type { EngineCall } from '../engine.ts'

/** A reference with its bytes, seen to be a picture. */
export interface OpenedReference {
  role: Role
  bytes: Uint8Array
  found: Inspected
}

async function open(reference: Reference, readImage: EngineCall['readImage']): Promise<OpenedReference> {
  const bytes = await readImage(reference.imageId)
  return { role: reference.role, bytes, found: await inspectImage(bytes) }
}

/** Reads all references of a call. Throws what `inspectImage` throws for one that is no picture. */
export async function openReferences({ request, readImage }: EngineCall): Promise<OpenedReference[]> {
  return await Promise.all(request.references.map((reference) => open(reference, readImage)))
}
