/**
 * Where one stands, asked of the browser when one clicks, and written into the address of the page, to some ten metres.
 */
const place = document.querySelector<HTMLElement>('.locate')
const button = place?.querySelector('button')
const told = place?.querySelector('[role=status]')

if (place && button && told && isSecureContext && 'geolocation' in navigator) {
  place.hidden = false
  button.addEventListener('click', () => {
    button.disabled = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const url = new URL(location.href)
        url.searchParams.delete('from')
        url.searchParams.set('lat', coords.latitude.toFixed(4))
        url.searchParams.set('lon', coords.longitude.toFixed(4))
        location.assign(url)
      },
      () => {
        button.disabled = false
        told.textContent = place.dataset.refused ?? ''
      },
    )
  })
}

export {}
