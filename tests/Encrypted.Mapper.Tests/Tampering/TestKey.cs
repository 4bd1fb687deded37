using Encrypted.Mapper.IndependentReader.Recipients;
using Encrypted.Mapper.Keys;

namespace Encrypted.Mapper.Tests.Tampering;

/// <summary>A raw AES key as the library and as the independent reader hold it.</summary>
internal sealed class TestKey
{
    public TestKey(string name, byte fill)
    {
        Name = name;
        Bytes = Enumerable.Repeat(fill, 32).ToArray();
        Keyring = new RawAesKeyring(Namespace, name, Bytes);
        Recipient = new RawAesRecipient(Namespace, name, Bytes);
    }

    public static string Namespace => "ns";

    public string Name { get; }

    public byte[] Bytes { get; }

    public RawAesKeyring Keyring { get; }

    public RawAesRecipient Recipient { get; }
}
