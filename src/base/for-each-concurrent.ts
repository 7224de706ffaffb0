/**
 * Works on what an iterable gives, with at most `limit` items at once, so that the next are made while others are
 * still written. The first failure, of the work or of the iterable, rejects; no item is begun after it, and those
 * under way have ended by then.
 */
export async function forEachConcurrent<Item>(
  items: AsyncIterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  let wake = () => {}
  let failure: { readonly error: unknown } | undefined
  try {
    for await (const item of items) {
      if (failure) break
      const task: Promise<void> = work(item)
        .catch((error: unknown) => {
          failure ??= { error }
        })
        .finally(() => {
          underWay.delete(task)
          wake()
        })
      underWay.add(task)
      // A race would leave a mark on each of them, for every item.
      if (underWay.size >= limit)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } catch (error) {
    failure ??= { error }
  }
  await Promise.all(underWay)
  if (failure) throw failure.error
}
