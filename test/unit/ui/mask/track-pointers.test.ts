import { beforeEach, describe, expect, test } from 'vitest'
import { type Pointed, type PointedAt, type PointerTrack, trackPointers } from '#ui/mask/track-pointers.ts'

let track: PointerTrack
let moved: unknown[]
let on: PointedAt

beforeEach(() => {
  track = trackPointers()
  moved = []
  on = {
    box: { left: 10, top: 20 },
    view: { scale: 2, x: 0, y: 0 },
    panning: false,
    pan: (by) => moved.push({ pan: by }),
    zoom: (by, at) => moved.push({ zoom: by, at }),
  }
})

/** A pointer at points of the window; the picture is shown twice as large. */
const pointer = (
  pointerType: string,
  pointerId: number,
  x: number,
  y: number,
  more: Partial<Pointed> = {},
): Pointed => ({
  ...{ pointerType, pointerId, pressure: 0.5, button: 0, clientX: x + 10, clientY: y + 20 },
  ...more,
})
const down = (...at: Parameters<typeof pointer>) => track.down(pointer(...at), on)
const move = (...at: Parameters<typeof pointer>) => track.move(pointer(...at), [pointer(...at)], on)
const up = (...at: Parameters<typeof pointer>) => track.up(pointer(...at))

describe('how hard it is pressed', () => {
  test('a pen draws with its pressure, also between two frames', () => {
    down('pen', 1, 20, 20, { pressure: 0.2 })
    const between = [pointer('pen', 1, 40, 20, { pressure: 0.4 }), pointer('pen', 1, 60, 20, { pressure: 0.9 })]
    track.move(pointer('pen', 1, 60, 20, { pressure: 0.9 }), between, on)
    expect(up('pen', 1, 60, 20, { pressure: 0 })).toEqual([
      { x: 10, y: 10, pressure: 0.2 },
      { x: 20, y: 10, pressure: 0.4 },
      { x: 30, y: 10, pressure: 0.9 },
    ])
  })

  test.each(['mouse', 'touch'])('a %s draws in full', (kind) => {
    down(kind, 1, 20, 20)
    move(kind, 1, 40, 20, { pressure: 0 })
    expect(track.drawn()?.map(({ pressure }) => pressure)).toEqual([1, 1])
  })

  test('places that are hardly apart on the screen are one', () => {
    down('pen', 1, 20, 20)
    for (const x of [20.2, 20.4, 20.9, 21]) move('pen', 1, x, 20)
    expect(up('pen', 1, 21, 20)).toHaveLength(2)
  })
})

describe('fingers', () => {
  test('one draws; a second drops that and both move and zoom; the one that stays moves', () => {
    down('touch', 1, 100, 100)
    move('touch', 1, 110, 100)
    down('touch', 2, 200, 100)
    expect(track.drawn()).toBeNull()
    move('touch', 2, 290, 100)
    expect(moved).toEqual([{ pan: { x: 45, y: 0 } }, { zoom: 2, at: { x: 200, y: 100 } }])
    expect(up('touch', 2, 290, 100)).toBeNull()
    move('touch', 1, 115, 103)
    expect(moved.at(-1)).toEqual({ pan: { x: 5, y: 3 } })
    expect(up('touch', 1, 115, 103)).toBeNull()
    down('touch', 3, 50, 50)
    expect(up('touch', 3, 50, 50)).toEqual([{ x: 25, y: 25, pressure: 1 }])
  })

  test('what the system takes away is dropped, and the next stroke is whole', () => {
    down('touch', 1, 100, 100)
    move('touch', 1, 150, 100)
    track.cancel(pointer('touch', 1, 150, 100))
    expect(track.drawn()).toBeNull()
    expect(up('touch', 1, 150, 100)).toBeNull()
    down('touch', 2, 20, 20)
    move('touch', 2, 60, 20)
    expect(moved).toEqual([])
    expect(up('touch', 2, 60, 20)).toHaveLength(2)
  })
})

describe('the hand that holds a pen', () => {
  test('does not end its stroke, nor move the picture', () => {
    down('pen', 1, 20, 20)
    down('touch', 2, 200, 200)
    move('touch', 2, 220, 200)
    move('pen', 1, 60, 20)
    expect(up('touch', 2, 220, 200)).toBeNull()
    track.cancel(pointer('touch', 3, 0, 0))
    move('pen', 1, 80, 20)
    expect(up('pen', 1, 80, 20)).toHaveLength(3)
    expect(moved).toEqual([])
  })

  test('that was there first draws nothing', () => {
    down('touch', 2, 200, 200)
    move('touch', 2, 205, 200)
    down('pen', 1, 20, 20)
    move('touch', 2, 230, 200)
    move('pen', 1, 60, 20)
    expect(up('touch', 2, 230, 200)).toBeNull()
    expect(up('pen', 1, 60, 20)?.map(({ x }) => x)).toEqual([10, 30])
    expect(moved).toEqual([])
  })
})

test.each([
  ['the middle button', { button: 1 }, false],
  ['the space bar held', {}, true],
])('with %s the picture is moved', (_, more, panning) => {
  on.panning = panning
  down('mouse', 1, 20, 20, more)
  move('mouse', 1, 25, 30)
  expect(moved).toEqual([{ pan: { x: 5, y: 10 } }])
  expect(up('mouse', 1, 25, 30)).toBeNull()
})
