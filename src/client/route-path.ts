import type { Route } from '#contract/http-wire.ts'

/** A route's path with its `:` parameters filled in. */
export function routePath(route: Route, parameters: Readonly<Record<string, string | number>> = {}): string {
  return route.path.replace(/:(\w+)/g, (whole, name: string) => {
    const value = parameters[name]
    return value === undefined ? whole : encodeURIComponent(value)
  })
}
