using System.Text.Json;
using Encrypted.Mapper.Testing.Kms;

namespace Encrypted.Mapper.Testing;

/// <summary>One call that a <see cref="LocalKms"/> answered. It holds neither plaintext nor keys nor ciphertext.</summary>
public sealed class LocalKmsCall
{
    // As JSON, because a long test has many calls and reads few of their contexts.
    private readonly byte[] _parameters;
    private readonly string[] _keyArns;

    internal LocalKmsCall(KmsRequest request, DateTimeOffset time, KmsServiceException? error)
    {
        RequestId = request.Id;
        Time = time;
        Operation = request.Operation;
        Caller = request.Caller;
        Region = request.Region;
        ErrorCode = error?.Code;
        ErrorMessage = error?.Text;
        _keyArns = [.. request.KeyArns];
        _parameters = RequestParameters.Of(request);
    }

    /// <summary>The id that the answer carried.</summary>
    public Guid RequestId { get; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The operation's name, such as <c>GenerateDataKey</c>.</summary>
    public string Operation { get; }

    /// <summary>The caller's name: the access key id that the request was signed with.</summary>
    public string Caller { get; }

    /// <summary>The Region whose endpoint was called.</summary>
    public string Region { get; }

    /// <summary>The ARN of the key that was used; null if the call was refused before a key was found. For ReEncrypt, the destination.</summary>
    public string? KeyArn => _keyArns.Length > 0 ? _keyArns[0] : null;

    /// <summary>The error's code, such as <c>AccessDeniedException</c>; null if the call succeeded.</summary>
    public string? ErrorCode { get; }

    /// <summary>The encryption context of the call, empty if there was none. For ReEncrypt, the destination's.</summary>
    public IReadOnlyDictionary<string, string> EncryptionContext => ReadContext();

    internal Guid EventId { get; } = Guid.NewGuid();

    internal string? ErrorMessage { get; }

    internal ReadOnlySpan<string> KeyArns => _keyArns;

    internal ReadOnlySpan<byte> Parameters => _parameters;

    /// <summary>Caller, operation, key and outcome.</summary>
    public override string ToString() => $"{Caller} {Operation} {KeyArn ?? "-"} {ErrorCode ?? "OK"}";

    private SortedDictionary<string, string> ReadContext()
    {
        using var document = JsonDocument.Parse(_parameters);
        var name = Operation == "ReEncrypt" ? "destinationEncryptionContext" : "encryptionContext";
        return KmsRequest.ContextOf(document.RootElement, name);
    }
}
