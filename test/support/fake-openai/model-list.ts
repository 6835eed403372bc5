interface ModelRow {
  /** Patches along the long edge, by quality: the vendor's price calculator works with them. */
  axis: Readonly<Record<string, number>>
  transparent: boolean
}

const second: ModelRow = { axis: { low: 16, medium: 48, high: 96 }, transparent: false }
const later: ModelRow = { axis: { low: 16, medium: 24, high: 48, xhigh: 64, max: 96 }, transparent: true }

/** The models the fake offers. */
export const FAKE_MODELS: ReadonlyMap<string, ModelRow> = new Map([
  ['gpt-image-2', second],
  ['gpt-image-2-2026-04-21', second],
  ['gpt-image-2.5-flare', later],
  ['gpt-image-2.5-flare-2026-09-08', later],
  ['gpt-image-2.5-sunburst', later],
  ['gpt-image-2.5-sunburst-2026-09-08', later],
])

/** The body of `GET /v1/models`. */
export const modelList = () => ({
  object: 'list',
  data: [...FAKE_MODELS.keys()].map((id) => ({ id, object: 'model', owned_by: 'openai', shutdown_date: null })),
})
