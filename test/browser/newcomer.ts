/**
 * A person who comes to the site for the first time: starts at home, sees what is there, and follows only that. Counts
 * what is done: a click on a link, a button or a source counts as one, so does a choice in a list, and so does what is
 * typed into the search field with Enter after it. Looking and scrolling count nothing.
 */
import type { Locator, Page } from 'playwright-core'

export class Newcomer {
  readonly page: Page
  #clicks = 0

  /** @param page the home page */
  constructor(page: Page) {
    this.page = page
    page.setDefaultTimeout(10_000)
  }

  get clicks(): number {
    return this.#clicks
  }

  /** A link, by the text that is seen. */
  async follow(text: string): Promise<void> {
    await this.#click(this.#seen(this.page.getByRole('link', { name: text, exact: true })))
  }

  async press(text: string): Promise<void> {
    await this.#click(this.#seen(this.page.getByRole('button', { name: text, exact: true })))
  }

  /** What folds something out, beside a text. */
  async unfold(text: string, beside: string): Promise<void> {
    const row = this.page.locator('li', { hasText: beside }).locator('summary', { hasText: text })
    await this.#click(this.#seen(row))
  }

  async choose(label: string, option: string): Promise<void> {
    this.#clicks++
    await this.#seen(this.page.getByLabel(label)).selectOption({ label: option })
  }

  async search(text: string): Promise<void> {
    this.#clicks++
    const field = this.#seen(this.page.locator('main input[type=search]'))
    await field.fill(text)
    await Promise.all([this.page.waitForURL(/\/search\?/), field.press('Enter')])
  }

  /** The answer, in the part of the page that is named: without opening anything more. */
  async sees(text: string | RegExp, part: Locator = this.page.locator('main')): Promise<void> {
    await this.#seen(part.getByText(text)).waitFor()
  }

  #seen(locator: Locator, within = 'body'): Locator {
    return this.page
      .locator(within)
      .locator(locator.filter({ visible: true }))
      .first()
  }

  async #click(target: Locator): Promise<void> {
    this.#clicks++
    await target.click()
  }
}
