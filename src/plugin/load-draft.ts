import { type Draft, keptDraftSchema } from '#contract/settings.ts'
import { DRAFT_KEY } from './memory/storage-keys.ts'

/** What was left unfinished; null when nothing was saved or nothing of it can be read. */
export async function loadDraft(): Promise<Draft | null> {
  const parsed = keptDraftSchema.safeParse(await figma.clientStorage.getAsync(DRAFT_KEY))
  return parsed.success ? parsed.data : null
}
