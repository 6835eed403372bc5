const lanes = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1]

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** A name for a picture: 40 hexadecimal digits, the same for the same bytes, as Figma's image hashes look. */
export function contentHash(bytes: Uint8Array): string {
  const state = lanes.map((lane) => lane ^ bytes.length)
  for (let index = 0; index < bytes.length; index += 1) {
    const lane = index % lanes.length
    state[lane] = Math.imul((state[lane] ?? 0) ^ ((bytes[index] ?? 0) + index), 0x01000193)
  }
  let carry = 0
  return state
    .map((value) => {
      carry = mix(value ^ carry)
      return carry.toString(16).padStart(8, '0')
    })
    .join('')
}
