/**
 * Draws the map of a page by Leaflet: a mark for each element with `data-latitude`, `data-longitude` and `data-mark`, its
 * name, whose contents the mark's popup shows. Elements at the same point share a mark.
 */
import '../lib/leaflet@1.9.4/leaflet.js'

/** As near as it shows a single mark, and as near as there are tiles of OpenStreetMap. */
const [nearest, nearestTiles] = [16, 19]

const frame = document.querySelector<HTMLElement>('.map')
if (frame) draw(frame)

function draw(frame: HTMLElement): void {
  frame.classList.add('drawn')
  const { tiles = '', attribution = '', zoomIn = '', zoomOut = '' } = frame.dataset
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(frame, {
    zoomControl: false,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    markerZoomAnimation: !isStill,
    // Who scrolls the page does not want the map to move; it does once it was asked.
    scrollWheelZoom: false,
  })
  map.on('focus click', () => map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())
  map.attributionControl.setPrefix('')
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map)
  const places = document.querySelectorAll<HTMLElement>('[data-latitude][data-longitude][data-mark]')
  const marks = Map.groupBy(places, ({ dataset }) => `${dataset.latitude} ${dataset.longitude}`)
  const points = Array.from(marks.values(), ([first]) => pointOf(first!))
  if (points.length) map.fitBounds(L.latLngBounds(points), { padding: [40, 40], maxZoom: nearest })
  else map.fitWorld()
  for (const elements of marks.values()) mark(elements, map, frame)
  lay(
    L.tileLayer(tiles, { attribution, maxZoom: nearestTiles, referrerPolicy: 'strict-origin-when-cross-origin' }),
    map,
  )
}

/** Tiles may not come; the page then says so. They are asked for with the name of the site, as OpenStreetMap wants it. */
function lay(layer: L.TileLayer, map: L.Map): void {
  const told = document.querySelector<HTMLElement>('.untiled')
  layer.once('tileload', () => told?.replaceChildren())
  layer.once('tileerror', () => told?.replaceChildren(told.dataset.message ?? ''))
  layer.addTo(map)
}

function mark(elements: readonly HTMLElement[], map: L.Map, frame: HTMLElement): void {
  const name = elements.map(({ dataset }) => dataset.mark).join('; ')
  const icon = L.divIcon({ className: 'mark', iconSize: [28, 28], iconAnchor: [14, 28], popupAnchor: [0, -26] })
  const marker = L.marker(pointOf(elements[0]!), { icon, title: name, riseOnHover: true })
  marker.bindPopup(() => contentsOf(elements), { maxWidth: 280, maxHeight: 260 })
  // The keyboard follows into what was opened, and back.
  marker.on('popupopen', ({ popup }) => {
    const opened = popup.getElement()!
    opened.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', frame.dataset.close ?? '')
    opened.querySelector<HTMLElement>('.leaflet-popup-content a')?.focus({ preventScroll: true })
    opened.onkeydown = ({ key }) => {
      if (key === 'Escape') map.closePopup()
    }
  })
  marker.on('popupclose', () => marker.getElement()?.focus({ preventScroll: true }))
  marker.addTo(map)
  marker.getElement()!.setAttribute('aria-label', name)
}

function pointOf({ dataset: { latitude, longitude } }: HTMLElement): L.LatLng {
  return L.latLng(Number(latitude), Number(longitude))
}

function contentsOf(elements: readonly HTMLElement[]): HTMLElement {
  const all = document.createElement('div')
  for (const element of elements) {
    const one = document.createElement('div')
    one.append(...Array.from(element.childNodes, (node) => node.cloneNode(true)))
    all.append(one)
  }
  return all
}
