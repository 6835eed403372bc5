/** What asking an upstream without paying has told. */
export interface UpstreamCheck {
  /** False when no job can succeed now. */
  ok: boolean
  /** A sentence for whoever runs the proxy. */
  said: string
  /** When the upstream will stop offering a model, by model id. Dates as the upstream writes them. */
  shutdowns: Record<string, string>
}
