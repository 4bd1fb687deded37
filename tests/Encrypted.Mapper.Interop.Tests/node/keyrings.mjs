// Keyrings of the AWS Encryption SDK for JavaScript. Where they speak of a data key, this project has an intermediate key:
// their suites lack the wrapping that stands between the two.
import { constants } from 'node:crypto'
import { KmsHierarchicalKeyRingNode, KmsKeyringNode, AwsKmsMrkAwareSymmetricDiscoveryKeyringNode, AwsKmsMrkAwareSymmetricKeyringNode } from '@aws-crypto/kms-keyring-node'
import {
  AlgorithmSuiteIdentifier,
  EncryptedDataKey,
  KeyringTraceFlag,
  NodeAlgorithmSuite,
  NodeDecryptionMaterial,
  NodeEncryptionMaterial,
  unwrapDataKey,
} from '@aws-crypto/material-management-node'
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/raw-aes-keyring-node'
import { RawRsaKeyringNode } from '@aws-crypto/raw-rsa-keyring-node'
import { keyStore } from './key-store.mjs'
import { kms } from './kms.mjs'

const suite = new NodeAlgorithmSuite(AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY)

// The suites' identifiers serve as wrapping suites as well, by the length of the wrapping key.
const wrappingSuites = {
  16: RawAesWrappingSuiteIdentifier.AES128_GCM_IV12_TAG16_NO_PADDING,
  24: RawAesWrappingSuiteIdentifier.AES192_GCM_IV12_TAG16_NO_PADDING,
  32: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
}

const keyrings = {
  // Without utf8Sorting these packages order an encryption context by the current locale.
  rawAes: ({ keyNamespace, keyName, key }) =>
    new RawAesKeyringNode({ keyNamespace, keyName, unencryptedMasterKey: key, wrappingSuite: wrappingSuites[key.length], utf8Sorting: true }),

  rawRsa: ({ keyNamespace, keyName, padding, oaepHash, publicKey, privateKey }) =>
    new RawRsaKeyringNode({ keyNamespace, keyName, padding: constants[padding], oaepHash: oaepHash ?? undefined, rsaKey: { publicKey, privateKey } }),

  kms: ({ service, keyId, grantTokens }) =>
    new KmsKeyringNode({ clientProvider: (region) => kms({ ...service, region }), generatorKeyId: keyId, grantTokens }),

  kmsDiscovery: ({ service, partition, accountIDs }) =>
    new KmsKeyringNode({ clientProvider: (region) => kms({ ...service, region }), discovery: true, discoveryFilter: { partition, accountIDs } }),

  kmsMrk: ({ service, keyId }) => new AwsKmsMrkAwareSymmetricKeyringNode({ client: kms(service), keyId }),

  kmsMrkDiscovery: ({ service, partition, accountIDs }) =>
    new AwsKmsMrkAwareSymmetricDiscoveryKeyringNode({ client: kms(service), discoveryFilter: { partition, accountIDs } }),

  hierarchical: ({ store, branchKeyId }) =>
    new KmsHierarchicalKeyRingNode({ branchKeyId, keyStore: keyStore(store), cacheLimitTtl: 60, utf8Sorting: true }),
}

const keyringOf = (description) => keyrings[description.type](description)

/** Wraps the intermediate key given, or one that the keyring makes. */
export async function wrap({ keyring, intermediateKey, context }) {
  const material = new NodeEncryptionMaterial(suite, context)
  if (intermediateKey) {
    const trace = { keyNamespace: 'given', keyName: 'given', flags: KeyringTraceFlag.WRAPPING_KEY_GENERATED_DATA_KEY }
    material.setUnencryptedDataKey(intermediateKey, trace)
  }

  const { encryptedDataKeys } = await keyringOf(keyring).onEncrypt(material)
  const [{ providerId, providerInfo, rawInfo, encryptedDataKey }] = encryptedDataKeys
  return {
    intermediateKey: bytesOf(material),
    providerId,
    providerInfo: rawInfo ?? new Uint8Array(Buffer.from(providerInfo, 'utf8')),
    providerPart: encryptedDataKey,
  }
}

/** Gives the intermediate key, or nothing if the keyring can't unwrap it. */
export async function unwrap({ keyring, providerId, providerInfo, providerPart, context }) {
  const material = new NodeDecryptionMaterial(suite, context)
  const encryptedDataKey = new EncryptedDataKey({
    providerId,
    providerInfo: Buffer.from(providerInfo).toString('utf8'),
    rawInfo: providerInfo,
    encryptedDataKey: providerPart,
  })
  await keyringOf(keyring).onDecrypt(material, [encryptedDataKey])
  return material.hasUnencryptedDataKey ? bytesOf(material) : null
}

const bytesOf = (material) => new Uint8Array(unwrapDataKey(material.getUnencryptedDataKey()))
