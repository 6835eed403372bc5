/** “1 job”, “20 jobs”, “20 jobs and more”. */
export function earlierLabel(count: number, more: boolean): string {
  return `${count === 1 ? '1 job' : `${count} jobs`}${more ? ' and more' : ''}`
}
