/**
 * The licences in HTML.
 */
import { html } from 'ghtml'
import { pagePath } from '../../representation/addresses.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { anchor, anchorAt } from '../anchor.ts'
import { listPath } from '../commons/parameters.ts'
import type { Statement } from '../known/known.ts'
import { thingHtml, valueHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import type { Licence, Stated } from './content.ts'
import { iconOf, type Trait } from './icon.ts'
import { words } from './words.ts'

const traits: readonly Trait[] = ['permits', 'requires', 'prohibits']

export function licencesHtml(
  licences: readonly Licence[],
  stated: readonly Stated[],
  site: Site,
  context: PageContext,
): string {
  const told = words[context.language]
  const notes = [...new Set(licences.flatMap(({ note }) => note ?? []))]
  return html`<p class="lead">${told.introduction}</p>
<div class="licences">!${licences.map((licence) => licenceHtml(licence, site, context))}</div>
!${notes.map((note) => html`<p class="note" dir="auto">${note}</p>`)}
!${stated.length ? statedHtml(stated, site, context) : ''}`
}

function licenceHtml(licence: Licence, site: Site, context: PageContext): string {
  const { iri, spdxId, description, users, hasMore } = licence
  const told = words[context.language]
  const { names } = site.catalogue
  const means = traits
    .filter((trait) => licence[trait].length)
    .map((trait) => {
      const said = licence[trait].map((one) => html`<li>!${iconOf(trait)} ${names.of(one, context.language)}</li>`)
      return html`<dt>${told[trait]}</dt><dd><ul class="traits">!${said}</ul></dd>`
    })
  const addresses = [
    ...licence.texts.map((address) => anchor(address, told.text, context)),
    ...licence.elsewhere.map((address) => anchor(address, told.elsewhere, context)),
  ]
  const list = listPath('licence', iri, site)
  const more = hasMore ? html`<li>!${anchorAt(list && pagePath(context, list), told.more)}</li>` : ''
  const using = users.map(
    (user) => html`<li>!${thingHtml(user.iri, site, context)} !${sourcesHtml(user.sources, site, context)}</li>`,
  )
  return html`<section class="licence">
<h2>!${thingHtml(iri, site, context)}</h2>
!${spdxId === undefined ? '' : html`<p class="spdx"><code>${spdxId}</code></p>`}
!${description === undefined ? '' : html`<p dir="auto">${description}</p>`}
!${means.length ? html`<dl>!${means}</dl>` : ''}
!${
    using.length
      ? html`<h3>${told.users}</h3><ul class="known">!${using}!${more}</ul>`
      : html`<p class="unknown">${told.noUser}</p>`
  }
<p class="note">!${addresses.join(' · ')}</p>
</section>`
}

function statedHtml(stated: readonly Stated[], site: Site, context: PageContext): string {
  const told = words[context.language]
  const list = (statements: readonly Statement[]) =>
    statements.map(
      ({ value, sources }) =>
        html`<li>!${valueHtml(value, site, context)} !${sourcesHtml(sources, site, context)}</li>`,
    )
  const rows = stated.map(
    ({ iri, words: said, verified }) =>
      html`<tr><th scope="row">!${thingHtml(iri, site, context)}</th><td><ul class="known">!${list(said)}</ul></td><td>!${verified.length ? html`<ul class="known">!${list(verified)}</ul>` : html`<span class="unknown">${told.notKnown}</span>`}</td></tr>`,
  )
  return html`<h2>${told.stated}</h2>
<p>${told.aboutStated}</p>
<table class="facts"><thead><tr><th scope="col">${told.thing}</th><th scope="col">${told.said}</th><th scope="col">${told.verified}</th></tr></thead>
<tbody>!${rows}</tbody></table>`
}
