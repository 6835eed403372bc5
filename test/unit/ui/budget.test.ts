import { describe, expect, test } from 'vitest'
import type { Budget } from '#contract/usage-wire.ts'
import { overBudget } from '#domain/over-budget.ts'
import { generateOffer } from '#ui/state/brief/generate-offer.ts'
import { accountFacts } from '#ui/state/money/account-facts.ts'
import { spendableLabel } from '#ui/state/money/spendable-label.ts'
import { whenLabel } from '#ui/state/when-label.ts'
import { sampleSession } from './sample-session.ts'
import { readyState } from './state-after.ts'

const NOW = new Date('2026-12-31T23:59:59.000Z')
const own = sampleSession(4_000_000).budget
const teamOf = (left: number, monthly = false) => ({ budget: 50_000_000, settled: 0, reserved: 0, left, monthly })
const budgetOf = (change: Partial<Budget>): Budget => {
  const budget = { ...own, ...change }
  return { ...budget, spendable: Math.min(budget.left, budget.team?.left ?? budget.left) }
}

test.each<[Partial<Budget>, string]>([
  [{}, '$4.00 left'],
  [{ monthly: true }, '$4.00 left until 1 Jan'],
  [{ team: teamOf(9_000_000, true) }, '$4.00 left'],
  [{ team: teamOf(3_000_000) }, '$3.00 left for the team'],
  [{ team: teamOf(3_000_000, true), monthly: false }, '$3.00 left for the team until 1 Jan'],
  [{ jobLimit: 500_000 }, '$4.00 left, at most $0.50 a job'],
  [{ jobLimit: 9_000_000 }, '$4.00 left'],
  [{ left: -20_000 }, '-$0.02 left'],
])('with %o the footer says %s', (change, label) => {
  expect(spendableLabel(budgetOf(change), NOW)).toBe(label)
})

describe('a price over a limit', () => {
  test.each<[Partial<Budget>, number, string | null]>([
    [{}, 4_000_000, null],
    [{}, 4_000_001, 'over_budget'],
    [{ team: teamOf(3_000_000) }, 3_000_001, 'over_team_budget'],
    [{ team: teamOf(3_000_000) }, 4_000_001, 'over_budget'],
    [{ jobLimit: 500_000 }, 500_000, null],
    [{ jobLimit: 500_000 }, 500_001, 'over_job_limit'],
  ])('of %o: %d is %s', (change, price, code) => {
    expect(overBudget(budgetOf(change), [price])?.code ?? null).toBe(code)
  })

  test('of jobs ordered together: each must keep to the job limit, all of them to the budgets', () => {
    const budget = budgetOf({ jobLimit: 2_500_000 })
    expect(overBudget(budget, [2_000_000, 2_000_000])).toBeNull()
    expect(overBudget(budget, [2_000_000, 2_000_001])?.code).toBe('over_budget')
    expect(overBudget(budget, [1, 2_500_001])?.code).toBe('over_job_limit')
  })

  test('is said on the button’s side, with what is missing', () => {
    const session = { ...sampleSession(), budget: budgetOf({ team: teamOf(1_000) }) }
    const offer = generateOffer(readyState({ type: 'sessionReceived', session }))
    expect(offer.order).toBeNull()
    expect(offer.reason).toMatch(/\$0\.001 is left of the team’s budget, so \$0\.00\d+ is missing/)
  })
})

test('where a team counts credits the button does too, the dollars beside it', () => {
  const session = { ...sampleSession(), credits: { table: { '1K': 6, '2K': 12, '4K': 20 }, used: 36 } }
  const offer = generateOffer(
    readyState({ type: 'sessionReceived', session }, { type: 'renderChosen', render: { count: 2 } }),
  )
  expect(offer.label).toBe('Generate 2 · 12 credits')
  expect(offer.dollars).toMatch(/^\$0\.00\d+$/)
  const poor = { ...session, budget: budgetOf({ left: 1_000 }) }
  expect(generateOffer(readyState({ type: 'sessionReceived', session: poor })).reason).toMatch(
    /^This costs 6 credits \(\$0\.00\d+\) and \$0\.001 is left of your budget/,
  )
  expect(offer.order?.agreedCredits).toBe(12)
  expect(accountFacts(session, NOW)).toContainEqual({ label: 'Used this month', value: '36 credits' })
})

test('the account says who, what is left, and when it starts anew', () => {
  const budget = budgetOf({ monthly: true, reserved: 120_000, team: teamOf(3_000_000), jobLimit: 500_000 })
  expect(accountFacts({ ...sampleSession(), budget }, NOW)).toEqual([
    { label: 'Member', value: 'local · admin' },
    { label: 'Left for you', value: '$4.00 of $25.00 a month' },
    { label: 'Held back of it', value: '$0.12' },
    { label: 'Left for the team', value: '$3.00 of $50.00' },
    { label: 'One job', value: 'at most $0.50' },
    { label: 'Starts anew', value: '1 Jan (UTC)' },
  ])
})

test.each([
  [30, 'just now'],
  [61, '1 min ago'],
  [3 * 3600 + 5, '3 h ago'],
  [25 * 3600, '30 Dec'],
])('%d seconds before is %s', (seconds, label) => {
  expect(whenLabel(new Date(NOW.getTime() - seconds * 1000).toISOString(), NOW)).toBe(label)
})
