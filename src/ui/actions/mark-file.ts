import type { ActionContext } from './action-context.ts'

/** The file's id, given now if it has none; null when the file takes no changes. */
export async function markFile({ dispatch, main }: ActionContext): Promise<string | null> {
  const random = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('')
  const { fileId } = await main.markFile({ fileId: random })
  if (fileId !== null) dispatch({ type: 'fileMarked', fileId })
  return fileId
}
