/** Maps with at most `limit` calls under way at once, keeping the order. The first failure rejects, later items are not begun. */
export async function mapConcurrent<Item, Value>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const values: Value[] = new Array(items.length)
  const queue = items.entries()
  let failed = false
  const lane = async () => {
    for (const [index, item] of queue) {
      if (failed) return
      try {
        values[index] = await map(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane))
  return values
}
