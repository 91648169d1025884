import { describe, expect, test } from 'vitest'
import { linkTo } from '../../src/representation/addresses.ts'

const bases = { baseIri: 'https://town.example/', publicUrl: 'https://town.example/' }

describe('where an IRI leads', () => {
  test.each([
    ['id/mutualab', '/page/mutualab'],
    ['id/mutualab#address', '/page/mutualab#address'],
    ['id/caf%C3%A9', '/page/caf%25C3%25A9'],
    ['id/a?b=c', '/page/a%3Fb%3Dc'],
    ['id/x/y', '/page/x%2Fy'],
    ['scheme/kinds/a?b', '/scheme/kinds/a%3Fb'],
    ['source/visit#L42', '/source/visit#L42'],
    ['ontology', '/ontology'],
  ])('%s: to %s', (name, path) => {
    expect(linkTo(bases, bases.baseIri + name)).toBe(path)
  })

  test('nowhere for what an address would take to another host, or what is no web address', () => {
    expect(linkTo(bases, `${bases.baseIri}/evil.example/x`)).toBeUndefined()
    expect(linkTo(bases, 'javascript:alert(1)')).toBeUndefined()
  })
})
