// JSON, in which {"$bytes": "<Base64>"} stands for bytes.

export function fromWire(line) {
  return JSON.parse(line, (_, value) => (typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value))
}

export function toWire(message) {
  return JSON.stringify(message, function (key, value) {
    // A Buffer's toJSON has been called when the value arrives here, so the holder is asked.
    const original = this[key]
    return original instanceof Uint8Array ? { $bytes: Buffer.from(original).toString('base64') } : value
  })
}
