/**
 * An address of each kind of page, with a thing of which much is known and one of which little is.
 */
export const addresses: readonly string[] = [
  '/',
  '/commons',
  '/commons?kind=software&sort=keys',
  '/keys',
  '/keys?key=juridique&lang=en',
  '/kinds',
  '/licences',
  '/page/mutualab',
  '/page/amap-mutualab',
  '/page/la-coroutine?lang=en',
  '/source/visite-elus-2016',
  '/queries',
  '/queries/venues-by-floor-area',
  '/queries/coordinates-of-places?lang=en',
  '/queries/population-in-wikidata',
  '/sparql',
  '/dataset',
  '/dumps/latest/',
  '/search?q=jardin',
  '/scheme/kinds',
  '/ontology',
  '/links',
  '/page/nothing-here',
]
