/**
 * A change as it is typed: it is copied with a click, and the form that it is proposed with is filled in with it.
 */
const patch = document.querySelector<HTMLTextAreaElement>('#patch')
const copy = document.querySelector<HTMLButtonElement>('#copy')
const propose = document.querySelector<HTMLAnchorElement>('#propose')

/** What many servers take of an address; what is longer has to be pasted. */
const longest = 6000

if (patch && copy) {
  copy.hidden = false
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(patch.value)
    copy.textContent = copy.dataset.done ?? ''
  })
}

if (patch && propose) {
  const { template = '', title = '', paste = '' } = propose.dataset
  const fillIn = () => {
    const body = encodeURIComponent(patch.value)
    propose.href = template
      .replaceAll('{title}', encodeURIComponent(title))
      .replaceAll('{body}', body.length > longest ? encodeURIComponent(paste) : body)
  }
  patch.addEventListener('input', fillIn)
  // Somebody may have typed before this was loaded.
  if (patch.value !== patch.defaultValue) fillIn()
}
