import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { waitFor } from '#proxy/engines/offline/waits.ts'
import { difference } from '#support/compare-pictures.ts'
import { drawOffline } from '#support/draw-offline.ts'
import { sampleRequest } from '#support/sample-request.ts'

const requestOf = (quality: 'low' | 'high', width: number, height: number) =>
  sampleRequest({ quality, size: { width, height } })

describe('waiting for an offline picture', () => {
  it('shows partial pictures of the full size that come closer to the result', async () => {
    const idea = 'abstract paper shapes in navy and coral'
    const { first, partials } = await drawOffline({ idea, request: { partialImages: 3 } })
    expect(partials).toHaveLength(3)
    const distances: number[] = []
    for (const partial of partials) {
      expect(await sharp(partial).metadata()).toMatchObject({ width: 1024, height: 640, format: 'png' })
      distances.push(await difference(partial, first))
    }
    expect(distances).toEqual(distances.toSorted((a, b) => b - a))
    expect(distances[0]).toBeGreaterThan(2 * (distances[2] ?? 99))
    expect(distances[2]).toBeGreaterThan(0)
  })

  it('is longer for higher quality and more pixels, or exactly as long as set', () => {
    const small = waitFor(requestOf('low', 1024, 640), 'realistic')
    expect(small).toBeGreaterThan(3000)
    expect(waitFor(requestOf('high', 1024, 640), 'realistic')).toBeGreaterThan(small)
    expect(waitFor(requestOf('low', 3840, 2160), 'realistic')).toBeGreaterThan(small)
    expect(waitFor(requestOf('high', 3840, 2160), 0)).toBe(0)
  })

  it('ends at once when the call is given up', async () => {
    const giveUp = new AbortController()
    const drawing = drawOffline({ idea: 'a vase', waitMs: 600_000, signal: giveUp.signal })
    setImmediate(() => giveUp.abort())
    await expect(drawing).rejects.toMatchObject({ code: 'interrupted' })
  })
})
