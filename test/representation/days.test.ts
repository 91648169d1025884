import { describe, expect, test } from 'vitest'
import { dayInWords, timeInWords, timesInWords, weekdayAndDay } from '../../src/representation/days.ts'
import { get } from '../support/app.ts'

describe('days and hours in words', () => {
  test('English has the day before the month, whether the day of the week is told or not', () => {
    expect([dayInWords('2016-05-26', 'en'), weekdayAndDay('2016-05-26', 'en')]).toEqual([
      '26 May 2016',
      'Thursday, 26 May 2016',
    ])
  })

  test('the first of a month is "1er" in French, other days are numbers', () => {
    expect([dayInWords('2016-05-01', 'fr'), weekdayAndDay('2016-05-01', 'fr')]).toEqual([
      '1er mai 2016',
      'dimanche 1er mai 2016',
    ])
    expect([dayInWords('2016-05-21T10:00:00Z', 'fr'), dayInWords('2016-05-01', 'en')]).toEqual([
      '21 mai 2016',
      '1 May 2016',
    ])
  })

  test('what is no day stays as it is', () => {
    expect(['spring', '2016-13-45', '2016'].map((text) => dayInWords(text, 'fr'))).toEqual([
      'spring',
      '2016-13-45',
      '2016',
    ])
    expect(weekdayAndDay('2016-05-26T10:00:00', 'en')).toBe('2016-05-26T10:00:00')
  })

  test('hours have one form a language, with spaces that do not break', () => {
    expect(['09:00', '09:18', '18:00:00'].map((time) => timeInWords(time, 'fr'))).toEqual([
      '9\u00a0h',
      '9\u00a0h\u00a018',
      '18\u00a0h',
    ])
    expect(['09:00', '09:18', '18:00:00'].map((time) => timeInWords(time, 'en'))).toEqual(['09:00', '09:18', '18:00'])
    expect(timesInWords('09:00', undefined, 'fr')).toBe('à partir de 9\u00a0h')
  })

  test.each(['/', '/page/mutualab', '/visit', '/agenda', '/sources', '/quality', '/commons'])(
    '%s has no day or hour in another form',
    async (path) => {
      const text = async (language: string) =>
        (await get(`${path}?lang=${language}`, 'text/html')).body
          .replace(/^.*<main/s, '')
          .replaceAll(/<(q|blockquote)[ >].*?<\/\1>|<[^>]*>/gs, ' ')
      expect(await text('en')).not.toMatch(/\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b|[^\d:]\d:\d\d\b/)
      expect(await text('fr')).not.toMatch(/\d\u00a0h\u00a000/)
    },
  )
})
