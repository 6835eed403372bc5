import { JOB_STATES, type Job } from '#domain/job.ts'

/** One line on a terminal that follows a job; nothing anywhere else. */
export function createProgress(
  stream: NodeJS.WriteStream,
  wanted: boolean,
): { show: (job: Job) => void; end: () => void } {
  if (!wanted || !stream.isTTY) return { show: () => {}, end: () => {} }
  const started = Date.now()
  let last = ''
  const draw = () => stream.write(`\r\u001B[K${last} · ${Math.round((Date.now() - started) / 1000)} s`)
  const timer = setInterval(draw, 1000)
  return {
    show: (job) => {
      const line = job.position !== null && job.position > 0 ? `, ${job.position} ahead` : ''
      const previews = job.partials.length > 0 ? `, ${job.partials.length} previews` : ''
      last = `${JOB_STATES[job.state].label}${line}${previews}`
      draw()
    },
    end: () => {
      clearInterval(timer)
      if (last !== '') stream.write('\r\u001B[K')
    },
  }
}
