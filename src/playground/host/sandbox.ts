import type { WireMessage } from './wire.ts'

/** Answers one message from inside. */
type Answer = (message: WireMessage) => WireMessage

/** The answer of a sandbox that has ended: nothing, and no error. */
export const noAnswer: WireMessage = ['["array",true,["undefined"]]']

/** A place where the plugin's code runs, apart from the page's objects. */
interface Sandbox {
  /** Sends a message inside, and lets the promises in there go on. */
  send(message: WireMessage): WireMessage
  /** Evaluates a program; throws what it throws. */
  run(code: string): void
  dispose(): void
}

/** Evaluates the prelude in a new sandbox and wires it to the host's side. */
export type OpenSandbox = (prelude: string, answer: Answer) => Sandbox
