import type { DrawOp } from '#contract/draw-op.ts'
import type { Session } from '#contract/http-wire.ts'
import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'
import type { Draft, JobMark, Settings } from '#contract/settings.ts'
import type { Brief, Render } from '#domain/brief.ts'
import type { Edit, Mask, Original } from '#domain/edits/edit.ts'
import type { Verb } from '#domain/edits/verb.ts'
import type { Failure } from '#domain/failure.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import type { Job } from '#domain/job.ts'
import type { Mode } from '#domain/mode.ts'
import type { Quality } from '#domain/models.ts'
import type { Reference, Role } from '#domain/reference.ts'
import type { Stage } from '#domain/stage.ts'
import type { Backdrop } from './edits/backdrop-state.ts'
import type { MaskTools } from './edits/edit-state.ts'
import type { ExpandState } from './edits/expand-state.ts'
import type { MaskPart, MaskSide, NewMaskPart } from './edits/mask-part.ts'
import type { ResultView } from './results/raw-offer.ts'
import type { Reviewing } from './results/review-state.ts'
import type { KeptThing, Order, Placing, ResultPick, Screen, SettingsForm } from './ui-state.ts'

/** Lists of sentences a brief has. */
export type SentenceList = 'exactTexts' | 'keep' | 'avoid'

/** Everything that can happen to the state, by name, with what it brings. */
export interface UiEvents {
  opened: {
    settings: Settings
    draft: Draft | null
    unread: readonly KeptThing[]
    selection: Selection
    pinned: NodeSnapshot | null
    /** The layer whose picture is edited as it looks. */
    edited: NodeSnapshot | null
  }
  screenChosen: { screen: Screen }
  failed: { failure: Failure }
  failureDismissed: object

  selectionChanged: { selection: Selection }
  /** The file has got its id. */
  fileMarked: { fileId: string }
  /** A layer was looked at again. */
  nodeRead: { node: NodeSnapshot }
  nodeGone: { nodeId: string }
  framePinned: { node: NodeSnapshot }
  frameUnpinned: object

  modeChosen: { mode: Mode }
  ideaWritten: { idea: string }
  sentencesWritten: { list: SentenceList; sentences: string[] }
  stageChosen: { stage: Stage }
  /** Null is the stage’s own. */
  qualityChosen: { quality: Quality | null }
  renderChosen: { render: Partial<Omit<Render, 'stage' | 'quality'>> }
  briefReplaced: { brief: Brief }
  replacedDismissed: object

  uploadStarted: { key: string; name: string }
  uploadFailed: { key: string; failure: Failure }
  uploadDismissed: { key: string }
  referenceAdded: { key: string; reference: Reference }
  referenceRemoved: { index: number }
  referenceMoved: { index: number; by: -1 | 1 }
  roleChosen: { index: number; role: Role }
  pictureMeasured: { imageId: string; measures: ImageMeasures }
  expandChosen: { expand: Partial<ExpandState> }
  /** `wanted`: the layer chosen to show the background. */
  backdropAsked: { frame: NodeSnapshot; wanted: string | null }
  backdropRead: Pick<Backdrop, 'serial' | 'layers' | 'into' | 'foreground'>
  backdropFailed: { serial: number; failure: Failure }
  backdropDismissed: object
  reviewStarted: { nodeId: string; busy: NonNullable<Reviewing['busy']> }
  reviewDone: { nodeId: string; said: string }
  reviewFailed: { nodeId: string; failure: Failure }
  reviewDismissed: object

  /** A layer’s picture is being read. */
  originalStarted: { name: string }
  originalRead: { node: NodeSnapshot; original: Original }
  originalFailed: { failure: Failure }
  originalDropped: object
  protectingStarted: object
  protectingEnded: object
  /** The layer of the picture was looked at again; null when it is not here. */
  editedNodeFound: { node: NodeSnapshot | null }
  /** The layer that showed the picture is not there or shows another one. */
  editedNodeLost: object
  verbChosen: { verb: Verb }
  editChosen: { edit: Partial<Pick<Edit, 'canvas' | 'at' | 'whole' | 'match' | 'matte'>> }
  editFailureDismissed: object

  maskPartAdded: { part: NewMaskPart }
  maskPartReplaced: { part: MaskPart }
  maskPartRemoved: { key: number }
  maskSideChosen: { key: number; side: MaskSide }
  maskPartFailed: { failure: Failure }
  drawingOpened: object
  drawingClosed: object
  maskDrawn: { op: DrawOp }
  maskUndone: object
  maskRedone: object
  maskToolsChosen: { tools: Partial<MaskTools> }
  /** The mask that could not be measured is tried again. */
  maskAskedAgain: object
  /** A layer of the mask lies elsewhere by now: the part as it is now, and what to say. */
  maskLayerMoved: { part: MaskPart; failure: Failure }
  /** What was removed last comes back. */
  removalUndone: object
  /** The proxy keeps the mask drawn from these parts, or says why it does not. */
  maskMeasured: { parts: readonly MaskPart[]; mask: Mask | null; share: number | null; failure: Failure | null }

  connectionChecked: object
  sessionReceived: { session: Session }
  connectionFailed: { failure: Failure }
  formEdited: { form: Partial<Pick<SettingsForm, 'proxyUrl' | 'token' | 'tokenShown'>> }
  testStarted: object
  /** What is written in the form could not be saved. */
  testFailed: { failure: Failure }
  testFinished: object
  settingsSaved: { settings: Settings }

  /** `again`: the job that failed and is ordered once more. */
  jobOrdered: { id: string; order: Order; forTarget?: boolean; again?: string | undefined }
  /** The order as it is sent, with the file it is for. */
  orderAddressed: { id: string; order: Order }
  /** Every job that still wants something is among them. `olderThan`: as in the state. */
  jobsFound: { jobs: Job[]; olderThan: string | null }
  olderFound: { jobs: Job[]; olderThan: string | null }
  jobChanged: { job: Job }
  jobLost: { id: string; failure: Failure }
  jobRetried: { id: string }
  /** A job the proxy does not have is taken off the list. */
  jobDropped: { id: string }
  jobFolded: { id: string; open: boolean }
  /** A result was placed, or a job put away or brought back. */
  jobMarked: { mark: JobMark }
  /** The proxy has taken the mark, or never will. */
  markSettled: { mark: JobMark }
  cancelStarted: { id: string }
  cancelAnswered: { job: Job; said: string }
  cancelFailed: { id: string; failure: Failure }

  resultChosen: { pick: ResultPick }
  zoomOpened: { pick: ResultPick }
  zoomClosed: object
  zoomViewChosen: { view: ResultView }
  placeChosen: { jobId: string; onSelection: boolean }
  placingStarted: { placing: Placing }
  /** `nodeId`: the layer that now shows it. */
  resultPlaced: { pick: ResultPick; said: string; nodeId: string }
  placingFailed: { pick: ResultPick; failure: Failure }
  misplacedDismissed: object
}

export type UiEventName = keyof UiEvents
export type UiEvent = { [N in UiEventName]: { type: N } & UiEvents[N] }[UiEventName]
/** What a part of the state does with each of its events. */
export type Reducers<N extends UiEventName, S> = { [K in N]: (state: S, event: UiEvents[K]) => S }
