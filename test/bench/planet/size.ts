/** How many there are of each kind on a planet of a number of quads. */

export const venuesPerCity = 10
export const commonsPerVenue = 12
export const commonsPerCity = venuesPerCity * commonsPerVenue
/** One commons in so many has a fact. */
export const commonsPerFact = 4
export const tools = 100
const citiesPerRegion = 8
const regionsPerCountry = 8
/** A topic has so many narrower ones. */
export const topicsBelow = 5
const commonsPerTopic = 20
/** A city with all that is in it and the topics that it adds. */
const quadsPerCity = 1730

export interface Planet {
  readonly cities: number
  readonly regions: number
  readonly countries: number
  readonly venues: number
  readonly commons: number
  readonly facts: number
  readonly topics: number
}

/** @param quads as many, within some percents; what is made is counted when it is made */
export function planetOf(quads: number): Planet {
  const cities = Math.max(2, Math.round(quads / quadsPerCity))
  const regions = Math.ceil(cities / citiesPerRegion)
  const commons = cities * commonsPerCity
  return {
    cities,
    regions,
    countries: Math.ceil(regions / regionsPerCountry),
    venues: cities * venuesPerCity,
    commons,
    facts: commons / commonsPerFact,
    topics: Math.ceil(commons / commonsPerTopic),
  }
}

export const regionOf = (city: number) => Math.floor(city / citiesPerRegion)
export const countryOf = (region: number) => Math.floor(region / regionsPerCountry)
