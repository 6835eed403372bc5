import { type Draft, draftSchema } from '#contract/settings.ts'
import { DRAFT_KEY } from './storage-keys.ts'

/** The unfinished brief; null when nothing was saved or it can no longer be read. */
export async function loadDraft(): Promise<Draft | null> {
  const parsed = draftSchema.safeParse(await figma.clientStorage.getAsync(DRAFT_KEY))
  return parsed.success ? parsed.data : null
}
