import type { Reference } from '#domain/reference.ts'
import type { Reducers } from '../ui-event.ts'
import type { UiState } from '../ui-state.ts'

type Names =
  | 'uploadStarted'
  | 'uploadFailed'
  | 'uploadDismissed'
  | 'referenceAdded'
  | 'referenceRemoved'
  | 'referenceMoved'
  | 'roleChosen'

const withReferences = (state: UiState, references: Reference[]): UiState => ({
  ...state,
  brief: { ...state.brief, references },
})
const withoutUpload = (state: UiState, key: string): UiState => ({
  ...state,
  uploads: state.uploads.filter((upload) => upload.key !== key),
})

/** References from their upload on. */
export const referenceReducers: Reducers<Names, UiState> = {
  uploadStarted: (state, { key, name }) => ({
    ...state,
    uploads: [...state.uploads, { key, name, failure: null }],
  }),
  uploadFailed: (state, { key, failure }) => ({
    ...state,
    uploads: state.uploads.map((upload) => (upload.key === key ? { ...upload, failure } : upload)),
  }),
  uploadDismissed: (state, { key }) => withoutUpload(state, key),
  referenceAdded: (state, { key, reference }) =>
    withReferences(withoutUpload(state, key), [...state.brief.references, reference]),
  referenceRemoved: (state, { index }) =>
    withReferences(
      state,
      state.brief.references.filter((_, i) => i !== index),
    ),
  referenceMoved: (state, { index, by }) => {
    const moved = state.brief.references[index]
    const other = state.brief.references[index + by]
    if (!moved || !other) return state
    return withReferences(state, state.brief.references.with(index, other).with(index + by, moved))
  },
  roleChosen: (state, { index, role }) =>
    withReferences(
      state,
      state.brief.references.map((reference, i) => (i === index ? { ...reference, role } : reference)),
    ),
}
