import { assert, integer, oneof, property } from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#domain/app-error.ts'
import { checkRequest } from '#domain/check-request.ts'
import { findModel } from '#domain/models.ts'
import { inputImageTokens, outputTokens } from '#domain/pricing.ts'
import type { Request } from '#domain/request.ts'
import { pictureTokens, referenceTokens } from '#support/fake-openai/bill.ts'
import { FAKE_MODELS } from '#support/fake-openai/model-list.ts'
import { readSize } from '#support/fake-openai/size-refusal.ts'
import { sampleRequest } from '#support/sample-request.ts'

const onGrid = integer({ min: 1, max: 260 }).map((cells) => cells * 16)
const edge = oneof({ arbitrary: onGrid, weight: 6 }, integer({ min: 1, max: 5000 }))

const request = (width: number, height: number): Request => sampleRequest({ size: { width, height } })

const isSent = (width: number, height: number) => {
  try {
    checkRequest(request(width, height))
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return false
  }
}

it('refuses exactly the sizes OpenAI refuses', () => {
  assert(
    property(edge, edge, (width, height) => {
      expect(isSent(width, height)).toBe(!('status' in readSize(`${width}x${height}`)))
    }),
    { numRuns: 5000 },
  )
})

it('estimates the tokens OpenAI bills', () => {
  for (const [id, { axis }] of FAKE_MODELS) {
    const model = findModel(id)
    assert(
      property(edge, edge, (width, height) => {
        const size = { width, height }
        expect(inputImageTokens(size)).toBe(referenceTokens(size))
        if (!isSent(width, height)) return
        for (const quality of ['low', 'medium', 'high'] as const) {
          expect(outputTokens(model, quality, size)).toBe(pictureTokens(axis[quality] ?? 0, size))
        }
      }),
      { numRuns: 500 },
    )
  }
})
