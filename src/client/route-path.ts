import type { Route } from '#contract/http-wire.ts'

/** A route's path with `:id` filled in. */
export function routePath(route: Route, id?: string): string {
  return id === undefined ? route.path : route.path.replace(':id', encodeURIComponent(id))
}
