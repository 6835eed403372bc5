import { z } from 'zod'

/** What a reviewer said of a placed picture. One row per verdict. */
export const VERDICTS = {
  approved: { label: 'Approved' },
  rejected: { label: 'Rejected' },
  noted: { label: 'Note' },
} as const
export type Verdict = keyof typeof VERDICTS

export const reviewSchema = z.object({
  verdict: z.enum(['approved', 'rejected', 'noted']),
  note: z.string().max(2_000),
  /** The member's name. */
  by: z.string().max(200),
  /** ISO time. */
  at: z.string(),
})
export type Review = z.infer<typeof reviewSchema>
