import type { ActionContext } from '../action-context.ts'

/**
 * Asks what is worth knowing of a picture the proxy keeps. It is only advice, so that nobody hears of it when there is none:
 * it is asked for again when the picture is next shown.
 */
export async function measurePicture({ client, dispatch, read }: ActionContext, imageId: string): Promise<void> {
  if (read().measures[imageId]) return
  try {
    dispatch({ type: 'pictureMeasured', imageId, measures: await client().measures(imageId) })
  } catch {
    // Sending the picture tells what is wrong with it or with the proxy.
  }
}
