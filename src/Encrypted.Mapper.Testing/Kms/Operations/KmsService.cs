using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>The operations by name.</summary>
internal sealed class KmsService
{
    private readonly Dictionary<string, KmsOperation> _operations = new(StringComparer.Ordinal);

    public KmsService(KeyDirectory keys, KeyAccess access)
    {
        new KeyOperations(keys, access).AddTo(_operations);
        new KeyLifeOperations(keys, access).AddTo(_operations);
        new AliasOperations(keys, access).AddTo(_operations);
        new GrantOperations(keys, access).AddTo(_operations);
        new DataKeyOperations(access).AddTo(_operations);
        new CipherOperations(access).AddTo(_operations);
    }

    public void Execute(KmsRequest request, Utf8JsonWriter answer)
    {
        if (!_operations.TryGetValue(request.Operation, out var operation))
        {
            throw new KmsServiceException("UnknownOperationException");
        }

        answer.WriteStartObject();
        operation(request, answer);
        answer.WriteEndObject();
    }
}
