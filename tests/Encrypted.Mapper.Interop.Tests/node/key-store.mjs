// The branch key store of the AWS Encryption SDK for JavaScript.
import { BranchKeyStoreNode } from '@aws-crypto/branch-keystore-node'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { kms } from './kms.mjs'

export function keyStore({ service, dynamo, tableName, logicalName, configuration, grantTokens }) {
  return new BranchKeyStoreNode({
    storage: {
      ddbTableName: tableName,
      ddbClient: new DynamoDBClient({ ...dynamo, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    },
    logicalKeyStoreName: logicalName,
    kmsConfiguration: configuration,
    keyManagement: { kmsClient: kms(service), grantTokens },
  })
}

export async function createKey({ store, branchKeyId, encryptionContext }) {
  return (await keyStore(store).createKey({ branchKeyIdentifier: branchKeyId, encryptionContext })).branchKeyIdentifier
}

export const versionKey = ({ store, branchKeyId }) => keyStore(store).versionKey({ branchKeyIdentifier: branchKeyId })

export const getActive = async ({ store, branchKeyId }) => describe(await keyStore(store).getActiveBranchKey(branchKeyId))

export const getVersion = async ({ store, branchKeyId, version }) => describe(await keyStore(store).getBranchKeyVersion(branchKeyId, version))

const describe = (material) => ({
  branchKeyId: material.branchKeyIdentifier,
  version: Buffer.from(material.branchKeyVersion).toString('utf8'),
  key: new Uint8Array(material.branchKey()),
  encryptionContext: material.encryptionContext,
})
