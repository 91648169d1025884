/** No more of a kind stands on a page: the data has the rest. */
export const most = 100
