import type { Settings } from '#contract/settings.ts'
import { saveInStorage } from './save-in-storage.ts'
import { SETTINGS_KEY } from './storage-keys.ts'

export async function saveSettings(settings: Settings): Promise<Record<string, never>> {
  await saveInStorage(SETTINGS_KEY, settings)
  return {}
}
