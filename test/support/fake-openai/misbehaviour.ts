/** What the fake does with one call instead of answering it well. */
export type Misbehaviour =
  /** Nothing wrong: a placeholder in a script of several calls. */
  | { kind: 'fine' }
  /** Refuses. Not billed. */
  | { kind: 'error'; status: number; body?: unknown; headers?: Record<string, string> }
  /** Answers well, later. Milliseconds. */
  | { kind: 'slow'; ms: number }
  /** Works, then never answers. Billed. */
  | { kind: 'hang' }
  /** Works, then closes the connection before a byte of the answer. Billed. */
  | { kind: 'reset-before-headers' }
  /** Works, then closes the connection in the middle of the answer. Billed. */
  | { kind: 'reset-mid-body' }
  /** Sends half of the answer, then nothing more; the connection stays open. Billed. */
  | { kind: 'stall-mid-body' }
  /** Works, then answers with an error of the server. Billed. */
  | { kind: 'fail-after-work' }
  /** Sends half of the JSON as if it were all of it; of a stream, half of its last event. Billed. */
  | { kind: 'truncated-json' }
  | { kind: 'bad-base64' }
  | { kind: 'not-an-image' }
  | { kind: 'wrong-size' }
  | { kind: 'wrong-format' }
  /** Draws something else all over, mask or not. */
  | { kind: 'ignores-mask' }
  /** Paints a checkerboard where it should be transparent. */
  | { kind: 'checkerboard' }
  /** Leaves nothing transparent, and draws no flat colour either. */
  | { kind: 'opaque' }
  /** Answers 200 with a web page, as a wrong address does. */
  | { kind: 'web-page' }
  /** Leaves the usage out. */
  | { kind: 'no-usage' }
  /** Ends the stream cleanly after this many completed pictures (0 unless told). */
  | { kind: 'stream-ends-early'; completed?: number }
  /** Sends an error event after the partial pictures. */
  | { kind: 'stream-error'; error: { message: string; type: string; code: string | null; param: string | null } }
  /** Sends at most one partial picture. */
  | { kind: 'fewer-partials' }
  /** Each completed event counts all pictures so far, not its own. */
  | { kind: 'running-usage' }

export type MisbehaviourKind = Misbehaviour['kind']
