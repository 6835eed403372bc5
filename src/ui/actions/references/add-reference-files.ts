import { AppError } from '#domain/app-error.ts'
import type { ActionContext } from '../action-context.ts'
import { uploadReference } from './upload-reference.ts'

/** Chosen, dropped or pasted files become references, in their order. */
export async function addReferenceFiles(context: ActionContext, files: readonly File[]): Promise<void> {
  for (const file of files) {
    await uploadReference(context, file.name, () => bytesOf(file))
  }
}

/** A folder can be dropped like a file, and cannot be read like one. */
async function bytesOf(file: File): Promise<Uint8Array> {
  const buffer = await file.arrayBuffer().catch((cause: unknown) => {
    throw new AppError('image_unreadable', { cause })
  })
  return new Uint8Array(buffer)
}
