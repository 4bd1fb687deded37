using System.Text.Json;

namespace Encrypted.Mapper.Testing.Kms;

/// <summary>One operation of the service: writes the members of its answer, or throws <see cref="KmsServiceException"/>.</summary>
internal delegate void KmsOperation(KmsRequest request, Utf8JsonWriter answer);
