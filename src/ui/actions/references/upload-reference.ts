import { AppError, toFailure } from '#domain/app-error.ts'
import { sniffFormat } from '#domain/image.ts'
import type { ActionContext } from '../action-context.ts'

const MAX_NAME = 500

/**
 * Keeps a picture at the proxy as soon as it is added: that is free, and only then is its real size, and with it the
 * price, known. A picture that is already in the brief is not added twice, and that is said.
 */
export async function uploadReference(
  { client, dispatch, main, read }: ActionContext,
  name: string,
  readBytes: () => Promise<Uint8Array>,
): Promise<void> {
  const key = crypto.getRandomValues(new Uint32Array(2)).join('-')
  dispatch({ type: 'uploadStarted', key, name })
  try {
    const bytes = new Uint8Array(await readBytes())
    if (sniffFormat(bytes) === null) throw new AppError('image_unreadable')
    const { id: imageId, width, height } = await client().uploadImage(bytes)
    if (read().brief.references.some((reference) => reference.imageId === imageId)) {
      dispatch({ type: 'uploadDismissed', key })
      await main.notify({ message: `“${name}” is already in the list.` })
      return
    }
    const reference = { imageId, role: 'subject' as const, width, height, name: name.slice(0, MAX_NAME) }
    dispatch({ type: 'referenceAdded', key, reference })
  } catch (error) {
    dispatch({ type: 'uploadFailed', key, failure: toFailure(error) })
  }
}
