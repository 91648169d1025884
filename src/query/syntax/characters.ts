/**
 * The characters of names (SPARQL 1.2 §19.8, PN_CHARS_BASE to PN_CHARS), by UTF-16 code unit: those above U+FFFF are
 * PN_CHARS_BASE up to U+EFFFF, which their first unit tells.
 */

const base = 1
const underscore = 2
const digit = 4
const dash = 8
const combining = 16

const ascii = new Uint8Array(128)
for (let code = 0x41; code <= 0x5a; code++) ascii[code] = ascii[code + 0x20] = base
for (let code = 0x30; code <= 0x39; code++) ascii[code] = digit
ascii[0x5f] = underscore
ascii[0x2d] = dash

const ranges: readonly (readonly [from: number, to: number])[] = [
  ...([
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x2ff],
    [0x370, 0x37d],
    [0x37f, 0x1fff],
    [0x200c, 0x200d],
  ] as const),
  ...([
    [0x2070, 0x218f],
    [0x2c00, 0x2fef],
    [0x3001, 0xd7ff],
    [0xf900, 0xfdcf],
    [0xfdf0, 0xfffd],
  ] as const),
  // The first halves of U+10000 to U+EFFFF, and all second halves.
  ...([
    [0xd800, 0xdb7f],
    [0xdc00, 0xdfff],
  ] as const),
]

function classOf(code: number): number {
  if (code < 128) return ascii[code]!
  if (ranges.some(([from, to]) => code >= from && code <= to)) return base
  const joins = code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040
  return joins ? combining : 0
}

export function isNameStart(code: number): boolean {
  return (classOf(code) & base) !== 0
}

/** PN_CHARS_U or a digit: what variables, labels and local names begin with. */
export function isWordStart(code: number): boolean {
  return (classOf(code) & (base | underscore | digit)) !== 0
}

/** What a variable may go on with. */
export function isVariableCharacter(code: number): boolean {
  return (classOf(code) & ~dash) !== 0
}

/** PN_CHARS */
export function isNameCharacter(code: number): boolean {
  return classOf(code) !== 0
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isLetter(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

export function isHex(code: number): boolean {
  const lower = code | 0x20
  return isDigit(code) || (lower >= 0x61 && lower <= 0x66)
}
