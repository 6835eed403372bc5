/** The first candidate with the lowest rank; a later rank decides only where all before it are equal. Needs one candidate. */
export function lowest<T>(candidates: readonly T[], ranks: readonly ((candidate: T) => number)[]): T {
  return candidates.reduce((leader, candidate) => {
    const decisive = ranks.find((rank) => rank(candidate) !== rank(leader))
    return decisive !== undefined && decisive(candidate) < decisive(leader) ? candidate : leader
  })
}
