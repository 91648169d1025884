/**
 * Text that somebody else wrote, as far as it may be shown in a terminal and written into a file.
 */
import { z } from 'zod'

/** No control characters, which a terminal obeys, and none that turn the direction of writing; no length without end. */
const shown = /^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u

/** Characters that nobody sees, and marks piled up on one letter. */
const unseen = /\p{Cf}|(?<=\p{M}{4})\p{M}+/gu

export const answerText = z
  .string()
  .max(2000)
  .refine((text) => shown.test(text) && text.isWellFormed())
  .transform((text) => text.replace(unseen, ''))

/** As `answerText`, but what is refused is as good as absent, where an answer is of use without it. */
export const optionalText = answerText.optional().catch(undefined)

/** A map of texts; what is refused is left out. Empty maps may come as empty arrays (MediaWiki's format version 1). */
export const answerTexts = z
  .record(z.string(), z.unknown())
  .or(
    z
      .array(z.unknown())
      .max(0)
      .transform((): Record<string, unknown> => ({})),
  )
  .nullish()
  .transform((texts) =>
    Object.fromEntries(
      Object.entries(texts ?? {}).flatMap(([key, value]) => {
        const entry = z.tuple([answerText, answerText]).safeParse([key, value])
        return entry.success ? [entry.data] : []
      }),
    ),
  )
