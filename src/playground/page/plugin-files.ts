export interface Manifest {
  readonly name: string
  readonly networkAccess?: {
    readonly allowedDomains?: readonly string[]
    readonly devAllowedDomains?: readonly string[]
  }
  readonly relaunchButtons?: readonly { readonly command: string; readonly name: string }[]
  readonly permissions?: readonly string[]
}

export interface PluginFiles {
  readonly code: string
  readonly html: string
  readonly manifest: Manifest
}

async function load(path: string): Promise<Response> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`The plugin is not built: ${path} answers ${answer.status}. Build it, then reload.`)
  return answer
}

/** The built plugin, byte for byte. */
export async function loadPluginFiles(): Promise<PluginFiles> {
  const [code, html, manifest] = await Promise.all(
    ['/plugin/main.js', '/plugin/ui.js', '/plugin/manifest.json'].map(load),
  )
  if (!code || !html || !manifest) throw new Error('The plugin is not built.')
  return { code: await code.text(), html: await html.text(), manifest: await manifest.json() }
}
