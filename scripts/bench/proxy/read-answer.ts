import { Agent, type IncomingMessage, request as send } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

export interface Sent {
  method: string
  headers?: Record<string, string>
  body?: string
}

export async function open(url: string, { method, headers = {}, body }: Sent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = send(url, { method, headers, agent }, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

/** Reads an answer to its end and counts it. */
export async function countBytes(url: string, sent: Sent): Promise<number> {
  const answer = await open(url, sent)
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  return new Promise((resolve, reject) => {
    let size = 0
    answer.on('data', (chunk: Buffer) => {
      size += chunk.length
    })
    answer.on('end', () => resolve(size))
    answer.on('error', reject)
  })
}

export async function readJson(url: string, sent: Sent): Promise<unknown> {
  const answer = await open(url, sent)
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  if ((answer.statusCode ?? 500) >= 300) throw new Error(`${url} answered ${answer.statusCode}: ${text}`)
  return JSON.parse(text)
}
