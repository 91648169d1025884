/** Puts text on the clipboard. @returns false where the browser does not let us: a person can still copy what is shown */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
