import { constants, createPublicKey, publicEncrypt } from 'node:crypto'

/** What a client does locally with the public key that the service gives out. */
export function encryptUnderPublicKey({ publicKey, oaepHash, plaintext }) {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  return new Uint8Array(publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, plaintext))
}
