interface Welcome {
  playgroundUrl: string
  /** The proxy's. */
  url: string
  engineName: string
  dataDir: string
  /** Null where several proxies share the members. */
  localToken: string | null
  manifest: string
}

const ENGINE_NOTES: Record<string, string> = {
  offline: 'offline (no OPENAI_API_KEY): pictures and prices are simulated, nothing is paid',
  openai: 'OpenAI: every picture is paid for with the key in OPENAI_API_KEY',
}
const ADD_A_MEMBER = 'npm run framewright -- members add NAME --budget 25 prints one'
const FIGMA_MAY_REACH = 'http://localhost:8787'

/** What a person needs to know once everything runs. */
export function welcome({ playgroundUrl, url, engineName, dataDir, localToken, manifest }: Welcome): string {
  const port =
    url === FIGMA_MAY_REACH
      ? ''
      : `\nIn Figma the plugin reaches ${FIGMA_MAY_REACH} only; use the playground, or PORT=8787.`
  return `
Framewright is running.

  Playground    ${playgroundUrl}
  Proxy         ${url}
  Engine        ${ENGINE_NOTES[engineName] ?? engineName}
  Data folder   ${dataDir}
  Member token  ${localToken ?? ADD_A_MEMBER}

In Figma desktop: Plugins → Development → Import plugin from manifest…, choose
  ${manifest}
run Framewright, open its settings and paste the proxy address and the member token.${port}

Ctrl-C stops everything.
`
}
