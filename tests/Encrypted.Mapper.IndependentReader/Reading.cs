namespace Encrypted.Mapper.IndependentReader;

/// <summary>What became of one item: the plain item with all that was derived on the way, or a reason.</summary>
public sealed class Reading
{
    private readonly Dictionary<string, Value>? plain;

    /// <summary>Why the item was refused, or <see langword="null"/> when it was accepted.</summary>
    public string? Reason { get; private init; }

    public bool Accepted => Reason is null;

    public Dictionary<string, Value> Plain
    {
        get => plain ?? throw new InvalidOperationException("refused: " + Reason);
        init => plain = value;
    }

    /// <summary><see langword="null"/> for an item that was read unprotected.</summary>
    public Header? Header { get; init; }

    /// <summary>The whole encryption context, stored and reproduced.</summary>
    public Dictionary<string, string> Context { get; init; } = [];

    /// <summary>The signed attributes in canonical order.</summary>
    public List<SignedField> Fields { get; init; } = [];

    /// <summary>The bytes that are hashed and signed.</summary>
    public byte[] CanonicalRecord { get; init; } = [];

    /// <summary>Which of the header's data keys, and so which of the footer's tags, this recipient used.</summary>
    public int EntryIndex { get; init; }

    public byte[] DataKey { get; init; } = [];

    public static Reading Refused(string reason) => new() { Reason = reason };
}
