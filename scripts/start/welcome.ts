interface Welcome {
  playgroundUrl: string
  proxyUrl: string
  engineName: string
  dataDir: string
  token: string
  manifest: string
}

const ENGINE_NOTES: Record<string, string> = {
  offline: 'offline (no OPENAI_API_KEY): pictures and prices are simulated, nothing is paid',
  openai: 'OpenAI: every picture is paid for with the key in OPENAI_API_KEY',
}

/** What a person needs to know once everything runs. */
export function welcome({ playgroundUrl, proxyUrl, engineName, dataDir, token, manifest }: Welcome): string {
  return `
Framewright is running.

  Playground    ${playgroundUrl}
  Proxy         ${proxyUrl}
  Engine        ${ENGINE_NOTES[engineName] ?? engineName}
  Data folder   ${dataDir}
  Member token  ${token}

In Figma desktop: Plugins → Development → Import plugin from manifest…, choose
  ${manifest}
run Framewright, and paste the proxy address and the member token into its settings.
Figma allows http://localhost:8787 only; with another PORT, use the playground.

Ctrl-C stops everything.
`
}
