const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** How long ago an ISO time is: “just now”, “5 min ago”, “3 h ago”; the day when it is longer: “19 Nov”. */
export function whenLabel(time: string, now: Date): string {
  const passed = now.getTime() - Date.parse(time)
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  return passed < DAY ? `${Math.floor(passed / HOUR)} h ago` : dayLabel(time)
}

/** “19 Nov” */
export const dayLabel = (time: string): string => DATE.format(new Date(time))
