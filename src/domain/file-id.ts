import { z } from 'zod'

/**
 * Names a Figma file, for node ids mean something within one file only. Random, kept in the file's own plugin data; a
 * duplicate of a file has the same one, and the same node ids.
 */
export const fileIdSchema = z.string().min(1).max(100)
