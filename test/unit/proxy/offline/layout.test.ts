import { describe, expect, it } from 'vitest'
import { planLayout } from '#proxy/engines/offline/layout.ts'

describe('planLayout', () => {
  it.each([
    ['space on the left for a headline', 'left'],
    ['Leave room at the top', 'top'],
    ['keep the right side empty', 'right'],
    ['the lower third stays calm', 'bottom'],
    ['a bottle left of a glass', null],
  ])('“%s” keeps %s calm', (prompt, side) => {
    expect(planLayout(prompt, 1440, 912, false).calm).toBe(side)
  })

  it('keeps room for words nobody gave a place', () => {
    expect(planLayout('a bottle', 1440, 912, true).calm).toBe('left')
    expect(planLayout('a bottle', 832, 1456, true).calm).toBe('top')
  })

  it('puts everything inside the band that stays visible', () => {
    const prompt =
      'Idea: a bottle\nCrop: Only the horizontal band from 30% to 70% of the height stays visible; keep it.'
    const { visible, focal, words } = planLayout(prompt, 3840, 1280, true)
    expect(visible).toMatchObject({ x: 0, y: 384, width: 3840 })
    expect(visible.height).toBeCloseTo(512)
    for (const box of [focal, words]) {
      expect(box.y).toBeGreaterThanOrEqual(384)
      expect(box.y + box.height).toBeLessThanOrEqual(896)
    }
  })
})
