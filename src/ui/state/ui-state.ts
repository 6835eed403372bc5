import type { Session } from '#contract/http-wire.ts'
import type { NodeSnapshot, Selection } from '#contract/plugin-wire.ts'
import { DEFAULT_SETTINGS, type JobMark, type Settings } from '#contract/settings.ts'
import type { Brief } from '#domain/brief.ts'
import type { Failure } from '#domain/failure.ts'
import type { Frame } from '#domain/frame.ts'
import type { ImageMeasures } from '#domain/image-measures.ts'
import type { Job } from '#domain/job.ts'
import type { MicroDollars } from '#domain/money.ts'
import type { Placement } from '#domain/placement.ts'
import { DEFAULT_BRIEF } from './brief/default-brief.ts'
import type { Backdrop } from './edits/backdrop-state.ts'
import { type EditState, NO_EDIT } from './edits/edit-state.ts'
import { DEFAULT_EXPAND, type ExpandState } from './edits/expand-state.ts'
import type { ResultView } from './results/raw-offer.ts'
import type { Reviewing } from './results/review-state.ts'

export type Screen = 'create' | 'results' | 'settings'

/** What is kept on this computer. */
export type KeptThing = 'settings' | 'draft'

/** How things stand with the proxy. A session stays known while a later check runs or fails. */
export interface Connection {
  checking: boolean
  session: Session | null
  failure: Failure | null
}

/** A reference on its way to the proxy. */
export interface Upload {
  key: string
  name: string
  failure: Failure | null
}

/** What is sent for one job, kept until the proxy has accepted it so that it can be sent again under its id. */
export interface Order {
  frame: Frame
  brief: Brief
  agreedPrice: MicroDollars
  /** Null where the person saw dollars. */
  agreedCredits: number | null
}

/** An order for the target that was not compared with the canvas yet. */
export interface UncheckedOrder {
  /** The frame that gets the new background; null where none does. */
  backdropOf: NodeSnapshot | null
}

/** One job as the plugin sees it. */
export interface JobEntry {
  id: string
  /** Null for a job picked up by its id alone. */
  order: Order | null
  /** What the canvas is looked at for before the order is sent; null once it was, or where it is not for the target. */
  unchecked: UncheckedOrder | null
  /** What the proxy last said; null until it answers. */
  job: Job | null
  /** Why nothing more is heard of it. */
  failure: Failure | null
  cancelling: boolean
  /** What cancelling could and could not undo. */
  said: string | null
  /** True once the same was ordered again from here. */
  triedAgain: boolean
  /** False while it is folded to a row. */
  open: boolean
  /** True once it wanted nothing more when the list was last put in order. */
  earlier: boolean
}

/** One picture of one job. */
export interface ResultPick {
  jobId: string
  index: number
}

export interface Placing extends ResultPick {
  placement: Placement
  /** True for the model’s own picture in place of what was made of it. */
  raw: boolean
}

export interface SettingsForm extends Settings {
  tokenShown: boolean
  testing: boolean
  /** True once a test has answered for exactly what is written. */
  tested: boolean
  /** Why what is written could not be saved; the settings in use are not touched by it. */
  failure: Failure | null
}

/** Everything the screens show. What can be computed from it is not here. */
export interface UiState {
  /** False until settings and draft have been read. */
  loaded: boolean
  /** What could not be read at opening, and so is not written over. */
  unread: readonly KeptThing[]
  screen: Screen
  selection: Selection | null
  /** The frame held on to while other layers are selected. */
  pinned: NodeSnapshot | null
  brief: Brief
  editing: EditState
  /** The brief that was written before another took its place; null when nothing was lost by that. */
  replaced: Brief | null
  uploads: readonly Upload[]
  /** What was measured of pictures, by their ids. */
  measures: Readonly<Record<string, ImageMeasures>>
  /** How a picture is expanded. */
  expand: ExpandState
  /** The frame that gets a new background, as it was read last; null before. */
  backdrop: Backdrop | null
  /** What happens to a picture on the canvas that is reviewed; null before. */
  reviewing: Reviewing | null
  settings: Settings
  form: SettingsForm
  connection: Connection
  /** What was decided about jobs and the proxy has not confirmed yet, oldest first. */
  marks: readonly JobMark[]
  /** Newest first. */
  jobs: readonly JobEntry[]
  /** The job something happened to last; null before. */
  changed: string | null
  /** How many jobs wanted something when the proxy last listed them; null before. */
  found: number | null
  /** The proxy has jobs that are older than this one and not listed here; null when it has none. */
  olderThan: string | null
  chosen: ResultPick | null
  zoomed: ResultPick | null
  /** Which picture of the zoomed result is shown. */
  zoomView: ResultView
  /** The job whose pictures go to what is selected, though its own frame is in this file. */
  onSelection: string | null
  placing: Placing | null
  /** What was placed last, in a sentence. */
  placed: (ResultPick & { said: string; nodeId: string }) | null
  /** Why the last placing did not work. */
  misplaced: (ResultPick & { failure: Failure }) | null
  /** What went wrong last, shown where the person is looking. */
  failure: Failure | null
}

export const formOf = (settings: Settings): SettingsForm => ({
  ...settings,
  tokenShown: false,
  testing: false,
  tested: false,
  failure: null,
})

export const INITIAL_STATE: UiState = {
  loaded: false,
  unread: [],
  screen: 'create',
  selection: null,
  pinned: null,
  brief: DEFAULT_BRIEF,
  editing: NO_EDIT,
  replaced: null,
  uploads: [],
  measures: {},
  expand: DEFAULT_EXPAND,
  backdrop: null,
  reviewing: null,
  settings: DEFAULT_SETTINGS,
  form: formOf(DEFAULT_SETTINGS),
  connection: { checking: false, session: null, failure: null },
  marks: [],
  jobs: [],
  changed: null,
  found: null,
  olderThan: null,
  chosen: null,
  zoomed: null,
  zoomView: 'result',
  onSelection: null,
  placing: null,
  placed: null,
  misplaced: null,
  failure: null,
}
