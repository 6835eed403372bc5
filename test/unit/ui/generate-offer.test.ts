import { describe, expect, test } from 'vitest'
import { makeFailure } from '#domain/failure.ts'
import { findModel } from '#domain/models.ts'
import { planJob } from '#domain/plan-job.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { sampleJob } from '#support/sample-job.ts'
import { againOffer, generateOffer, moreOffer } from '#ui/state/brief/generate-offer.ts'
import { planned } from '#ui/state/brief/planned.ts'
import type { UiEvent } from '#ui/state/ui-event.ts'
import { sampleNode, selectionOf } from './sample-node.ts'
import { sampleSession } from './sample-session.ts'
import { connected, opened, readyState, settings, stateAfter, written } from './state-after.ts'

const unreachable = makeFailure('proxy_unreachable', { address: 'http://localhost:8787' })
const order = {
  frame: { width: 1440, height: 900, name: 'Hero' },
  brief: sampleBrief(),
  agreedPrice: 3_600,
  agreedCredits: null,
}

test('the price on the button is the price that is sent', () => {
  const state = readyState({ type: 'renderChosen', render: { count: 2 } })
  const offer = generateOffer(state)
  const frame = { width: 1440, height: 900, name: 'Hero', nodeId: '1:2' }
  const { price } = planJob(state.brief, frame, findModel('gpt-image-2'))
  expect(offer.order).toEqual({ brief: state.brief, frame, agreedPrice: price.total, agreedCredits: null })
  expect(offer.label).toMatch(/^Generate 2 · \$0\.0/)
  expect(offer.reason).toBeNull()
})

test('a price that is an upper bound says so', () => {
  const state = readyState({ type: 'renderChosen', render: { model: 'gpt-image-2.6-flare' } })
  expect(generateOffer(state).label).toMatch(/^Generate 1 · at most \$/)
})

describe('a button that cannot be used says why', () => {
  const references = Array.from({ length: 17 }, (_, i): UiEvent => {
    const imageId = i.toString(16).padStart(64, '0')
    return { type: 'referenceAdded', key: '', reference: { imageId, role: 'style', width: 32, height: 32, name: '' } }
  })
  const selected = (change: object): UiEvent => ({
    type: 'selectionChanged',
    selection: selectionOf(sampleNode(change)),
  })

  test.each([
    ['without a token', stateAfter({ ...opened, settings: { ...settings, token: '' } }), 'token', 'openSettings'],
    ['before the proxy has answered', stateAfter(opened, written, { type: 'connectionChecked' }), 'Connecting', null],
    [
      'when the proxy does not answer',
      readyState({ type: 'connectionFailed', failure: unreachable }),
      'does not answer',
      'reconnect',
    ],
    [
      'when the token is wrong',
      readyState({ type: 'connectionFailed', failure: makeFailure('token_wrong') }),
      'token',
      'openSettings',
    ],
    [
      'when nothing is selected',
      readyState({ type: 'selectionChanged', selection: selectionOf() }),
      'Nothing is selected',
      null,
    ],
    ['for an empty brief', stateAfter(opened, connected), 'The brief is empty', null],
    [
      'for a brief of 40,000 characters',
      readyState({ type: 'ideaWritten', idea: 'x'.repeat(40_000) }),
      'Shorten the brief',
      null,
    ],
    ['for 17 references', readyState(...references), 'at most 16', null],
    ['for a frame of no size', readyState(selected({ width: 0 })), 'A frame must be between', null],
    ['for a frame of no number', readyState(selected({ width: Number.NaN })), 'A frame must be between', null],
    ['for an absurd frame', readyState(selected({ width: 1e9 })), 'A frame must be between', null],
    ['over the budget', readyState({ type: 'sessionReceived', session: sampleSession(1_000) }), 'is missing', null],
    ['while a reference is on its way', readyState({ type: 'uploadStarted', key: 'a', name: 'a' }), 'on its way', null],
    [
      'for a model that is no longer offered',
      readyState({
        type: 'sessionReceived',
        session: { ...sampleSession(), models: [findModel('gpt-image-2.5-flare')] },
      }),
      'does not offer',
      null,
    ],
  ])('%s', (_, state, reason, step) => {
    const offer = generateOffer(state)
    expect(offer.order).toBeNull()
    expect(offer.reason).toContain(reason)
    expect(offer.step).toBe(step)
  })
})

test('one click makes the button busy until the proxy has answered', () => {
  const sending = readyState({ type: 'jobOrdered', id: 'job-0000000000000001', order })
  expect(generateOffer(sending)).toMatchObject({ busy: true, order: null, reason: null })
  expect(moreOffer(sending, order)).toMatchObject({ busy: true, order: null })
  const accepted = readyState(
    { type: 'jobOrdered', id: 'job-0000000000000001', order },
    { type: 'jobChanged', job: sampleJob() },
  )
  expect(generateOffer(accepted).busy).toBe(false)
  const lost = readyState(
    { type: 'jobOrdered', id: 'job-0000000000000001', order },
    { type: 'jobLost', id: 'job-0000000000000001', failure: unreachable },
  )
  expect(generateOffer(lost).busy).toBe(false)
})

test('an upload that failed does not hold the button', () => {
  const state = readyState(
    { type: 'uploadStarted', key: 'a', name: 'a' },
    { type: 'uploadFailed', key: 'a', failure: makeFailure('image_unreadable') },
  )
  expect(generateOffer(state).order).not.toBeNull()
})

test('more of the same is the same brief for the same frame, at its own price', () => {
  const job = sampleJob({ brief: sampleBrief({ idea: 'another', render: { count: 3 } }) })
  const offer = moreOffer(readyState(), job)
  expect(offer.order).toMatchObject({ brief: job.brief, frame: job.frame })
  expect(offer.label).toMatch(/^Generate 3 more · \$/)
})

test('trying again says its price', () => {
  expect(againOffer(readyState(), sampleJob()).label).toMatch(/^Try again · \$0\.\d+$/)
})

test('an empty brief already has a plan and about its price', () => {
  const frame = { width: 1440, height: 900, name: '' }
  const { job, failure } = planned(readyState(), sampleBrief({ idea: ' ' }), frame)
  expect(job?.plan.size.width).toBeGreaterThan(0)
  expect(failure?.code).toBe('idea_missing')
})
