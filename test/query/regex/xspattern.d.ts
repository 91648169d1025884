/** The types that xspattern has, which its package does not export. */
declare module 'xspattern' {
  export function compile(pattern: string): (text: string) => boolean
}
