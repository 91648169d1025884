/**
 * Where one stands, asked of the browser when one clicks, and written into the address of the page, to some ten metres.
 */
/** Milliseconds after which a position that has not come is given up. */
const patience = 20_000

const place = document.querySelector<HTMLElement>('.locate')
const button = place?.querySelector('button')
const told = place?.querySelector('[role=status]')

if (place && button && told && isSecureContext && 'geolocation' in navigator) {
  place.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    told.textContent = place.dataset.looking ?? ''
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const url = new URL(location.href)
        url.searchParams.delete('from')
        url.searchParams.set('lat', coords.latitude.toFixed(4))
        url.searchParams.set('lon', coords.longitude.toFixed(4))
        location.assign(url)
      },
      ({ code, PERMISSION_DENIED }) => {
        button.disabled = false
        told.textContent = (code === PERMISSION_DENIED ? place.dataset.refused : place.dataset.lost) ?? ''
      },
      { timeout: patience },
    )
  })
}

export {}
