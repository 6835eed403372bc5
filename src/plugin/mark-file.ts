import { FILE_KEY, MEMORY_NAMESPACE } from './memory/memory-keys.ts'
import { readFileId } from './memory/read-file-id.ts'

/**
 * Gives the file an id when it has none, as an undo step of its own: undoing a placement does not take it away.
 * @param fileId a random one; Figma's main thread has no source of randomness worth the name
 * @returns the id the file has; null when it takes no changes
 */
export function markFile({ fileId }: { fileId: string }): { fileId: string | null } {
  const known = readFileId()
  if (known !== null) return { fileId: known }
  try {
    figma.root.setSharedPluginData(MEMORY_NAMESPACE, FILE_KEY, fileId)
    figma.commitUndo()
  } catch {
    return { fileId: null }
  }
  return { fileId: readFileId() }
}
