import type { ActionContext } from './action-context.ts'
import { uploadReference } from './upload-reference.ts'

/** Chosen, dropped or pasted files become references, in their order. */
export async function addReferenceFiles(context: ActionContext, files: readonly File[]): Promise<void> {
  for (const file of files) {
    await uploadReference(context, file.name, async () => new Uint8Array(await file.arrayBuffer()))
  }
}
