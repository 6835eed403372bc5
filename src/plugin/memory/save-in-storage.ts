import { AppError } from '#domain/app-error.ts'

/**
 * Keeps a value on this computer, under the plugin's name.
 * @throws AppError `storage_full`: more than 5 MB in all is the one reason Figma refuses a plain value
 */
export async function saveInStorage(key: string, value: unknown): Promise<void> {
  try {
    await figma.clientStorage.setAsync(key, value)
  } catch (cause) {
    throw new AppError('storage_full', { cause })
  }
}
