import { Readable } from 'node:stream'
import { text as readText } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { safeCsv } from '../../src/http/safe-csv.ts'

describe('safeCsv', () => {
  test.each([
    ['=1+1,a\r\n', "'=1+1,a\r\n"],
    ['a,+1\r\n-1,@x\r\n', "a,'+1\r\n'-1,'@x\r\n"],
    ['"=a,=b",c\r\n', '"\'=a,=b",c\r\n'],
    ['"\r\n=a"\r\n', '"\'\r\n=a"\r\n'],
    ['\ta,"\tb"\r\n', '\'\ta,"\'\tb"\r\n'],
    ['a=b,"c,""=d"\r\n', 'a=b,"c,""=d"\r\n'],
    ['"""=a"\r\n', '"""=a"\r\n'],
    [',,\r\n"",\r\n\r\n=', ',,\r\n"",\r\n\r\n\'='],
    ['é,=é\n', "é,'=é\n"],
  ])('%j becomes %j, however it is cut', async (csv, safe) => {
    for (const size of [1, 2, 3, csv.length]) {
      const bytes = Buffer.from(csv)
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      )
      expect(await readText(safeCsv(Readable.from(chunks)))).toBe(safe)
    }
  })

  test('what breaks off breaks off', async () => {
    const broken = new Readable({ read() {} })
    const reading = readText(safeCsv(broken))
    broken.push('a,b\r\n')
    broken.destroy(new Error('too large'))
    await expect(reading).rejects.toThrow('too large')
  })

  test('a reader that goes takes the writer with it', async () => {
    const endless = new Readable({ read() {} })
    safeCsv(endless).destroy()
    await expect.poll(() => endless.destroyed).toBe(true)
  })
})
