import { z } from 'zod'
import { microDollarsSchema } from '#domain/money.ts'

const spendingSchema = z.strictObject({
  budget: microDollarsSchema,
  settled: microDollarsSchema,
  reserved: microDollarsSchema,
  /** budget − settled − reserved; can be below zero when a budget was lowered. */
  left: z.int(),
  /** True when it starts anew each UTC month; then only this month's movements count. */
  monthly: z.boolean(),
})
export type Spending = z.infer<typeof spendingSchema>

/** A member's budget, and what holds for the whole team. */
export const budgetSchema = spendingSchema.extend({
  /** Of all members together; null when the team has none. */
  team: spendingSchema.nullable(),
  /** The most one job may cost; null when there is no limit. */
  jobLimit: microDollarsSchema.nullable(),
  /** The smaller of what is left for the member and for the team. */
  spendable: z.int(),
})
export type Budget = z.infer<typeof budgetSchema>

export const usageQuerySchema = z.strictObject({ by: z.enum(['day', 'member']).optional() })
export type UsageBy = NonNullable<z.infer<typeof usageQuerySchema>['by']>
const usageRowSchema = z.strictObject({
  /** A UTC day such as 2026-11-21, or a member's name. */
  key: z.string(),
  settled: microDollarsSchema,
  /** Still held back, of jobs submitted then. */
  reserved: microDollarsSchema,
  jobs: z.int().nonnegative(),
})
export type UsageRow = z.infer<typeof usageRowSchema>
export const usageReportSchema = z.strictObject({
  budget: budgetSchema,
  jobs: z.int().nonnegative(),
  /** By day: this member's own, an admin's everyone's. By member: admins only. Empty when not asked for. */
  rows: z.array(usageRowSchema),
})
export type UsageReport = z.infer<typeof usageReportSchema>
