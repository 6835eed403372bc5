import type { Draft } from '#contract/settings.ts'
import { saveInStorage } from './save-in-storage.ts'
import { DRAFT_KEY } from './storage-keys.ts'

export async function saveDraft(draft: Draft): Promise<Record<string, never>> {
  await saveInStorage(DRAFT_KEY, draft)
  return {}
}
