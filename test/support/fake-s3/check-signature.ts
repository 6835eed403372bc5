import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export interface AccessKey {
  accessKeyId: string
  secretAccessKey: string
}

const MOST_SKEW_MS = 15 * 60 * 1000
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const hex = (text: string) => createHash('sha256').update(text).digest('hex')

/** Whether a request is signed with the key as AWS Signature Version 4 says, now, over every header that S3 wants signed. */
export function isSigned(request: IncomingMessage, { accessKeyId, secretAccessKey }: AccessKey): boolean {
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=(\w{64})$/.exec(
      request.headers.authorization ?? '',
    )
  const [, keyId, day = '', region = '', names = '', signature] = said ?? []
  const date = header(request, 'x-amz-date')
  if (keyId !== accessKeyId || !date.startsWith(day) || !isNow(date)) return false
  const signed = names.split(';')
  const needed = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))]
  if (needed.some((name) => !signed.includes(name))) return false
  const scope = `${day}/${region}/s3/aws4_request`
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const text = ['AWS4-HMAC-SHA256', date, scope, hex(canonical(request, signed))].join('\n')
  return hmac(key, text).toString('hex') === signature
}

function canonical(request: IncomingMessage, signed: string[]): string {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
  const headers = signed.map((name) => `${name}:${header(request, name).trim()}\n`).join('')
  const hash = header(request, 'x-amz-content-sha256')
  return [request.method, url.pathname, query.join('&'), headers, signed.join(';'), hash].join('\n')
}

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '')

function isNow(date: string): boolean {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!parts) return false
  const [, year, month, day, hour, minute, second] = parts
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Math.abs(Date.now() - at) < MOST_SKEW_MS
}
