import type { Settings } from '#contract/settings.ts'
import { saveInStorage } from './memory/save-in-storage.ts'
import { SETTINGS_KEY } from './memory/storage-keys.ts'

export async function saveSettings(settings: Settings): Promise<Record<string, never>> {
  await saveInStorage(SETTINGS_KEY, settings)
  return {}
}
