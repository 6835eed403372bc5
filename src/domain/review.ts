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
  /** Who wrote the note and when, where it joined the verdict later. */
  noted: z.object({ by: z.string().max(200), at: z.string() }).exactOptional(),
})
export type Review = z.infer<typeof reviewSchema>

/** What stands after a reviewer’s word: a note takes no verdict back, it joins it. */
export function joinReview(before: Review | null, said: Review): Review {
  if (said.verdict !== 'noted' || before === null || before.verdict === 'noted') return said
  const { note, by, at } = said
  return { ...before, note, noted: { by, at } }
}
