/**
 * Where the published plugin may connect to: `FRAMEWRIGHT_DOMAINS`, https origins with commas between them. Without
 * it the plugin reaches only the proxy on this computer, and only when it is run for development.
 */
export default function manifest(built) {
  const domains = (process.env.FRAMEWRIGHT_DOMAINS ?? '')
    .split(',')
    .map((domain) => domain.trim())
    .filter((domain) => domain !== '')
  for (const domain of domains) {
    if (!isHttpsOrigin(domain)) throw new Error(`FRAMEWRIGHT_DOMAINS: “${domain}” is not an https origin`)
  }
  const allowedDomains = domains.length > 0 ? [...new Set(domains)] : ['none']
  return { ...built, networkAccess: { ...built.networkAccess, allowedDomains } }
}

function isHttpsOrigin(text) {
  return text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text
}
