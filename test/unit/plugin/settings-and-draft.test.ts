import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, type Draft } from '#contract/settings.ts'
import { loadDraft } from '#plugin/load-draft.ts'
import { loadSettings } from '#plugin/load-settings.ts'
import { saveDraft } from '#plugin/save-draft.ts'
import { saveSettings } from '#plugin/save-settings.ts'
import { sampleBrief } from '#support/sample-brief.ts'
import { openCanvas } from './open-canvas.ts'

const draft: Draft = {
  brief: sampleBrief(),
  pinnedNodeId: '1:1',
  pinnedFileId: 'file-1',
  edited: null,
  strokes: [],
  marks: [],
}

test('nothing saved yet', async () => {
  await openCanvas()
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  expect(await loadDraft()).toBeNull()
})

test('what was saved is there when the plugin is opened again', async () => {
  const clientStorage = new Map<string, unknown>()
  await openCanvas({ clientStorage })
  const settings = { proxyUrl: 'https://proxy.example.com', token: 'secret' }
  await saveSettings(settings)
  await saveDraft(draft)
  await openCanvas({ clientStorage })
  expect(await loadSettings()).toEqual(settings)
  expect(await loadDraft()).toEqual(draft)
})

test('what can no longer be read is as if it were not there', async () => {
  const { api } = await openCanvas()
  await api.clientStorage.setAsync('settings', { proxyUrl: 7 })
  await api.clientStorage.setAsync('draft', 'from another version')
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS)
  expect(await loadDraft()).toBeNull()
})

test('a brief that cannot be read takes nothing with it, least of all what the proxy has not heard', async () => {
  const { api } = await openCanvas()
  const mark = { owner: null, jobId: '018f3c5e-7b1a-7c3d-9e4f-1a2b3c4d5e6f', dismissed: true }
  const newer = { ...draft.brief, mode: 'animate' }
  await api.clientStorage.setAsync('draft', { ...draft, brief: newer, marks: [mark, 'a newer mark'] })
  expect(await loadDraft()).toEqual({ ...draft, brief: null, marks: [mark] })
  await api.clientStorage.setAsync('draft', { ...draft, marks: 7, pinnedNodeId: 7, edited: 7 })
  expect(await loadDraft()).toEqual({ ...draft, pinnedNodeId: null })
})

test('a full storage says so and keeps what it had', async () => {
  const { api } = await openCanvas()
  await saveDraft(draft)
  await api.clientStorage.setAsync('other', 'x'.repeat(5_240_000))
  const longer = { ...draft, brief: sampleBrief({ idea: 'x'.repeat(10_000) }) }
  await expect(saveDraft(longer)).rejects.toMatchObject({ code: 'storage_full' })
  expect(await loadDraft()).toEqual(draft)
})
