/** Makes a value when it is asked for first, and gives the same from then on. */
export function onceAsked<Value>(make: () => Value): () => Value {
  const each = onceEach(make)
  return () => each(undefined)
}

/** The same for each key. */
export function onceEach<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined || made.has(key)) return known as Value
    const value = make(key)
    made.set(key, value)
    return value
  }
}
