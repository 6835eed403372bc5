import { Agent, createServer, request as send } from 'node:http'
import { pipeline } from 'node:stream'
import { listenAndTell } from './listen-and-tell.ts'

/** The least a proxy can do: hands a request to the upstream and its answer back, byte for byte. */
const upstream = process.argv[2] ?? ''
const agent = new Agent({ keepAlive: true })

listenAndTell(
  createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const passed = send(upstream + url, { method, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response, () => undefined)
    })
    pipeline(request, passed, () => undefined)
  }),
)
