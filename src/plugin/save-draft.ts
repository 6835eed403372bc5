import type { Draft } from '#contract/settings.ts'
import { saveInStorage } from './memory/save-in-storage.ts'
import { DRAFT_KEY } from './memory/storage-keys.ts'

export async function saveDraft(draft: Draft): Promise<Record<string, never>> {
  await saveInStorage(DRAFT_KEY, draft)
  return {}
}
