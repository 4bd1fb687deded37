import * as sdk from '@aws-sdk/client-kms'

const clients = new Map()

/** The client of a caller in a Region; `caller` stands as the access key id, by which the service tells callers apart. */
export function kms({ endpoint, caller, region }) {
  const name = JSON.stringify([endpoint, caller, region])
  if (!clients.has(name)) {
    clients.set(name, new sdk.KMS({ endpoint, region, credentials: { accessKeyId: caller, secretAccessKey: 'test' }, maxAttempts: 1 }))
  }

  return clients.get(name)
}

/** Sends any command by its name. */
export async function callKms({ service, command, input }) {
  const { $metadata, ...output } = await kms(service).send(new sdk[`${command}Command`](input))
  return output
}
