import fc from 'fast-check'

export const MEMBERS = ['anna', 'bob'] as const
export type MemberId = (typeof MEMBERS)[number]

/** One thing that happens to a ledger. `job` is the number of a reservation made before, counted from the newest. */
export type Step =
  | { do: 'reserve'; member: MemberId; prices: number[] }
  | { do: 'settle'; job: number; charge: number }
  | { do: 'release'; job: number }
  | { do: 'setMember'; member: MemberId; budget: number; monthly: boolean }
  | { do: 'setTeam'; budget: number | null; monthly: boolean }
  | { do: 'setJobLimit'; jobLimit: number | null }
  | { do: 'nextMonth' }

const price = fc.integer({ min: 1, max: 400 })
const member = fc.constantFrom(...MEMBERS)
const job = fc.nat(5)
const budget = fc.integer({ min: 0, max: 2_000 })
const orNone = (amounts: fc.Arbitrary<number>) => fc.option(amounts, { nil: null })

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('reserve' as const),
      member,
      prices: fc.array(price, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), job, charge: fc.nat(500) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('release' as const), job }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('setMember' as const), member, budget, monthly: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('setTeam' as const), budget: orNone(budget), monthly: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setJobLimit' as const), jobLimit: orNone(price) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('nextMonth' as const) }) },
)
