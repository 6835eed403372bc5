import type { ActionContext } from '../action-context.ts'

/** A `blob:` address of an edit’s picture as the model made it; whoever took it revokes it. */
export async function rawPicture(
  { client }: Pick<ActionContext, 'client'>,
  jobId: string,
  index: number,
): Promise<string> {
  return URL.createObjectURL(new Blob([await client().rawResult(jobId, index)]))
}
