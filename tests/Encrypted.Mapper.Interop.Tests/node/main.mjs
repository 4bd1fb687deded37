// Answers one request a line: {id, operation, arguments} → {id, result} or {id, error}. Holds test keys only.
import { createInterface } from 'node:readline'
import { fromWire, toWire } from './wire.mjs'
import { unwrap, wrap } from './keyrings.mjs'
import { createKey, getActive, getVersion, versionKey } from './key-store.mjs'
import { callKms } from './kms.mjs'
import { encryptUnderPublicKey } from './rsa.mjs'

const operations = { unwrap, wrap, createKey, versionKey, getActive, getVersion, callKms, encryptUnderPublicKey }

async function answer(line) {
  const { id, operation, arguments: input } = fromWire(line)
  try {
    return { id, result: (await operations[operation](input)) ?? null }
  } catch (error) {
    return { id, error: { name: error.name, message: error.message, status: error.$metadata?.httpStatusCode ?? null } }
  }
}

// No waiting between requests: several may be under way at once.
for await (const line of createInterface({ input: process.stdin })) {
  answer(line).then((message) => process.stdout.write(toWire(message) + '\n'))
}

// Whatever timers and connections are left, nobody asks any more.
process.exit()
