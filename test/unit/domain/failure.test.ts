import { describe, expect, test } from 'vitest'
import { AppError, toFailure } from '#domain/app-error.ts'
import { failureSchema, makeFailure } from '#domain/failure.ts'
import { FAILURES } from '#domain/failures.ts'

describe('failures', () => {
  test.each(Object.entries(FAILURES))('%s is a sentence a person can act on', (_, row) => {
    expect(row.sentence).toMatch(/^[A-Z“{].*[.}]$/)
    expect(row.sentence.replace('OPENAI_API_KEY', '')).not.toMatch(/_|exception|\b[45]\d\d\b/i)
  })

  test('fills its sentence from the details', () => {
    const failure = makeFailure('too_many_references', { count: 17, limit: 16 })
    expect(failure.message).toBe('There are 17 references and the model takes at most 16. Remove some references.')
    expect(failureSchema.parse(failure)).toEqual(failure)
  })

  test('a failure that may have been charged says so', () => {
    const maybe = Object.entries(FAILURES).filter(([, row]) => row.billed === 'maybe')
    expect(maybe.length).toBeGreaterThan(3)
    for (const [, row] of maybe) expect(row.sentence).toContain('may have been charged')
  })
})

describe('toFailure', () => {
  test('keeps an expected failure whole, and survives a round trip', () => {
    const error = new AppError('node_has_no_fill', { details: { name: 'Line 1' }, cause: new Error('inner') })
    expect(toFailure(error)).toEqual(error.failure)
    expect(AppError.from(toFailure(error)).failure).toEqual(error.failure)
  })

  test.each([new Error('secret prompt'), 'secret prompt', undefined, { code: 'no_such_code' }])(
    'says nothing of what it does not expect: %s',
    (thrown) => {
      const failure = toFailure(thrown)
      expect(failure.code).toBe('internal')
      expect(failure.message).not.toContain('secret')
    },
  )
})
