import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#contract/settings.ts'
import { SETTINGS_KEY } from './memory/storage-keys.ts'

/** How to reach the proxy; the defaults when nothing was saved or it can no longer be read. */
export async function loadSettings(): Promise<Settings> {
  const parsed = settingsSchema.safeParse(await figma.clientStorage.getAsync(SETTINGS_KEY))
  return parsed.success ? parsed.data : DEFAULT_SETTINGS
}
