import { fileIdSchema } from '#domain/file-id.ts'
import { FILE_KEY, MEMORY_NAMESPACE } from './memory-keys.ts'

/** The file's id; null when it has none. */
export function readFileId(): string | null {
  const parsed = fileIdSchema.safeParse(figma.root.getSharedPluginData(MEMORY_NAMESPACE, FILE_KEY))
  return parsed.success ? parsed.data : null
}
