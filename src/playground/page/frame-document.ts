import type { Manifest } from './plugin-files.ts'
import type { ThemeName } from './theme.ts'

export interface FrameDocument {
  /** What the plugin gave to `showUI`. */
  readonly html: string
  readonly manifest: Manifest
  readonly proxyUrl: string
  readonly theme: ThemeName
  /** Figma's colour variables and the interface font; empty when the plugin did not ask for `themeColors`. */
  readonly css: string
}

/** Chromium loads nothing, without a word, from a `data:` address longer than this. */
const longest = 2 * 1024 * 1024

/**
 * The policy Figma puts on a plugin's window, from the manifest's domains. Unlike Figma's it also allows the address of
 * the proxy in use, for that one runs on any port here.
 */
export function contentSecurityPolicy(manifest: Manifest, proxyUrl: string): string | null {
  const { allowedDomains = [], devAllowedDomains = [] } = manifest.networkAccess ?? {}
  if (allowedDomains.includes('*')) return null
  const listed = [...allowedDomains, ...devAllowedDomains, proxyUrl].filter(
    (domain) => domain !== 'none' && domain !== '',
  )
  const domains = [...new Set(listed)].join(' ')
  return [
    `default-src data: blob: ${domains}`,
    `script-src 'unsafe-inline' 'unsafe-eval' data: blob: ${domains}`,
    `style-src 'unsafe-inline' 'unsafe-eval' data: blob: ${domains}`,
    `font-src https://static.figma.com/webfont/ data: blob: ${domains};`,
  ].join('; ')
}

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

/** Figma changes the theme of an open window; its message never reaches the plugin. */
const themeScript = `addEventListener('message', (event) => {
  const theme = event.source === parent && event.data && event.data.figmaTheme
  if (!theme) return
  event.stopImmediatePropagation()
  document.body.className = 'figma-' + theme
})`

/** The address of the plugin's window: a `data:` document, so its origin is null and it is no secure context. */
export function frameAddress({ html, manifest, proxyUrl, theme, css }: FrameDocument): string {
  const policy = contentSecurityPolicy(manifest, proxyUrl)
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8">${
    policy === null ? '' : `<meta http-equiv="Content-Security-Policy" content="${quoted(policy)}">`
  }<style>${css}</style></head><body class="figma-${theme}"><script>${themeScript}</script>${html}</body></html>`
  const address = `data:text/html;charset=utf-8,${encodeURIComponent(page)}`
  if (address.length > longest) {
    throw new Error(`The plugin's window is ${address.length} characters as a data: address; browsers load ${longest}.`)
  }
  return address
}
