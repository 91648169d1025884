/**
 * The pages that only an export has: what it is and lacks, and where its languages part.
 */
import { html } from 'ghtml'
import { localPath, pagePath } from '../representation/addresses.ts'
import { dayInWords } from '../representation/days.ts'
import { layout } from '../representation/html/layout.ts'
import type { PageContext } from '../representation/html/page-context.ts'
import { messages } from '../representation/messages/messages.ts'
import { type Language, languages } from '../representation/negotiate.ts'
import { between } from './still.ts'
import { services, words } from './words.ts'

/** Where it is told what an export lacks. */
export const aboutPath = 'this-copy'

/** @param day `YYYY-MM-DD`, when it is made */
export function aboutPage(day: string, context: PageContext): string {
  const told = words[context.language]
  const items = services.map((service) => {
    const [name, instead] = told.without[service]
    return html`<dt id="${service}">${name}</dt><dd>${instead}</dd>`
  })
  const introduction = told.introduction(dayInWords(day, context.language))
  const body = html`<p class="lead">${introduction}</p>
<p>${told.kept}</p>
<h2>${told.lacking}</h2>
<dl>!${items}</dl>
<h2>${told.data}</h2>
<p><a href="${localPath(context, 'dumps/latest/')}">${told.takeAll}</a> · <a href="${pagePath(context, 'dataset')}">${messages[context.language].aboutDataset}</a></p>`
  return layout({ title: told.title, body, summary: introduction }, context)
}

/** A page in each language. */
export interface Choice {
  readonly file: string
  readonly pages: readonly { readonly language: Language; readonly file: string; readonly heading: string }[]
}

/** At an address without a language: a file server cannot see which one a reader understands. */
export function choicePage({ file, pages }: Choice): string {
  const [first] = pages
  return html`<!doctype html>
<html lang="${first?.language ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${first?.heading ?? ''}</title>
<link rel="stylesheet" href="${between(file, 'style.css')}">
<link rel="icon" type="image/svg+xml" href="${between(file, 'favicon.svg')}">
</head>
<body>
<main>
<h1>!${languages.map((language) => html`<span lang="${language}">${messages[language].siteTitle}</span>`).join(' · ')}</h1>
!${pages.map(
    ({ language, heading, file: page }) =>
      html`<p lang="${language}"><a href="${between(file, page)}" hreflang="${language}">${words[language].language} · <span dir="auto">${heading}</span></a></p>
`,
  )}</main>
</body>
</html>
`
}
