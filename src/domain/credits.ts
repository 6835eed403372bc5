import { z } from 'zod'

const credits = z.int().positive()

/** What one picture costs in credits, by how many pixels it has. */
export const creditTableSchema = z.strictObject({ '1K': credits, '2K': credits, '4K': credits })
export type CreditTable = z.infer<typeof creditTableSchema>
