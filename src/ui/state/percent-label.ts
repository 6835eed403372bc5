/** “38 %”, “under 1 %”; the two never part at the end of a line. */
export function percentLabel(share: number): string {
  return share > 0 && share < 0.01 ? 'under 1\u00a0%' : `${Math.round(share * 100)}\u00a0%`
}
