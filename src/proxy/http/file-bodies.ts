import { ServerResponse } from 'node:http'
import { pipeline, Readable } from 'node:stream'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Logger } from 'pino'
import { describeError } from '../log.ts'

/** Files on their way to a socket, by the answer of Node's that they are the body of. */
const bodies = new WeakMap<ServerResponse, Readable>()

/**
 * An answer whose body is a file. Over a socket the file goes there from stream to stream, as `sendFileBodies` does it: web
 * streams between them cost more than all the rest. When the reader goes away the file is closed.
 */
export function fileResponse(env: unknown, file: Readable, about: ResponseInit): Response {
  const outgoing = outgoingOf(env)
  if (outgoing === null) return new Response(Readable.toWeb(file), about)
  bodies.set(outgoing, file)
  return new Response(null, about)
}

type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>

/** Answers as `fetch` does, and sends the files that its answers are about. */
export function sendFileBodies<Env>(fetch: Fetch<Env>, log: Logger): Fetch<Env> {
  return async (request, env) => {
    const response = await fetch(request, env)
    const outgoing = outgoingOf(env)
    const file = outgoing && bodies.get(outgoing)
    if (!file) return response
    // What came after the file was opened has failed.
    if (response.body !== null) {
      file.destroy()
      return response
    }
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    pipeline(file, outgoing, (error) => {
      if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') log.error(describeError(error), 'sending a file failed')
    })
    return RESPONSE_ALREADY_SENT
  }
}

function outgoingOf(env: unknown): ServerResponse | null {
  if (typeof env !== 'object' || env === null || !('outgoing' in env)) return null
  return env.outgoing instanceof ServerResponse ? env.outgoing : null
}
