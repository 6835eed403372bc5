import { createHash, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '#domain/app-error.ts'

const WRONG_TOKENS = 20
const WRONG_TOKEN_SECONDS = 10 * 60

/** Addresses share so many counts, so that no number of addresses takes more memory. Two that share one only wait together. */
const ADDRESS_COUNTS = 8192

/** How often this process may be called. Each process counts for itself. */
export interface RateLimits {
  /** Counts a request of a member. Throws AppError `too_many_requests`. */
  called(memberId: string): Promise<void>
  /** Counts a token that nobody has. Throws AppError `too_many_requests`. */
  triedWrongToken(address: string): Promise<void>
}

export function createRateLimits({ requestsPerMinute }: { requestsPerMinute: number }): RateLimits {
  const calls = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 })
  const wrongTokens = new RateLimiterMemory({ points: WRONG_TOKENS, duration: WRONG_TOKEN_SECONDS })
  const salt = randomBytes(16)
  const countOf = (address: string): string => {
    const hash = createHash('sha256').update(salt).update(address).digest()
    return String(hash.readUInt32BE(0) % ADDRESS_COUNTS)
  }
  return {
    called: (memberId) => count(calls, memberId),
    triedWrongToken: (address) => count(wrongTokens, countOf(address)),
  }
}

async function count(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw new AppError('too_many_requests', {
      details: { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) },
    })
  }
}
