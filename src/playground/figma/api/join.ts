/** One object with the members of both, accessors kept as accessors. */
export function join<A extends object, B extends object>(a: A, b: B): A & B {
  const joined: object = {}
  for (const part of [a, b]) Object.defineProperties(joined, Object.getOwnPropertyDescriptors(part))
  return joined as A & B
}
