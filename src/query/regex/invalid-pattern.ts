/** A pattern, flag or replacement that is not valid: an error of the row that holds it, not of the query. */
export class InvalidPattern extends Error {}
