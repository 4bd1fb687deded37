using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;

namespace Encrypted.Mapper.Testing.Items;

/// <summary>An item as it is stored, and what is found wrong with it.</summary>
internal sealed class StoredItem(string table, Dictionary<string, AttributeValue>? item)
{
    private const string Header = "aws_dbe_head";
    private const string Footer = "aws_dbe_foot";

    // An encrypted value is its type's two bytes and a ciphertext with the tag of its key's cipher (wire format, section 7).
    private const int ShortestCiphertext = 2 + 16;

    private readonly List<string> _findings = [];

    /// <summary>Checks what can be told without a key.</summary>
    public void Check(ExpectedProtection expected)
    {
        if (item is not { Count: > 0 })
        {
            throw new StoredItemNotProtectedException(table, ["There is no such item."]);
        }

        foreach (var name in item.Keys.Where(expected.IsEncrypted).Order(StringComparer.Ordinal))
        {
            if (item[name].B is not { Length: >= ShortestCiphertext })
            {
                _findings.Add($"{name} is stored in clear; it is declared [Encrypted].");
            }
        }

        CheckSignature(expected);
        Report();
    }

    /// <summary>Checks against the plain item that a context read.</summary>
    public void CheckAgainst(Dictionary<string, AttributeValue> plainItem, ExpectedProtection expected)
    {
        foreach (var name in item!.Keys.Where(expected.IsEncrypted).Order(StringComparer.Ordinal))
        {
            if (plainItem.TryGetValue(name, out var plain) && PlaintextForms.Of(plain).Any(form => item[name].B.ToArray().AsSpan().IndexOf(form) >= 0))
            {
                _findings.Add($"{name} contains its plaintext; it is declared [Encrypted].");
            }
        }

        Report();
    }

    private void CheckSignature(ExpectedProtection expected)
    {
        var footer = item!.TryGetValue(Footer, out var stored) && stored.B is { Length: > 0 };
        if (!item.ContainsKey(Header) || !footer)
        {
            _findings.Add($"It has no {(item.ContainsKey(Header) ? Footer : Header)}: nothing of it is signed.");
            return;
        }

        try
        {
            CheckLegend(ItemEncryptor.Describe(item).Legend, expected);
        }
        catch (ItemVerificationException malformed)
        {
            _findings.Add($"Its header can't be read ({malformed.Rule}): {malformed.Message}");
        }
    }

    // The legend states the signed attributes in canonical order, without their names.
    private void CheckLegend(IReadOnlyList<CryptoAction> legend, ExpectedProtection expected)
    {
        var signed = item!.Keys.Where(name => name is not (Header or Footer) && !expected.IsUnsigned(name))
            .OrderBy(name => name.Length).ThenBy(name => name, Utf8Order.Instance).ToList();
        if (signed.Count != legend.Count)
        {
            _findings.Add($"{signed.Count} of its attributes should be signed, and its header lists {legend.Count}: attributes were added or removed past the encryption, or written unsigned.");
            return;
        }

        for (var i = 0; i < signed.Count; i++)
        {
            if (expected.IsEncrypted(signed[i]) && legend[i] != CryptoAction.EncryptAndSign)
            {
                _findings.Add($"{signed[i]} is signed, and not encrypted; it is declared [Encrypted].");
            }
        }
    }

    private void Report()
    {
        if (_findings.Count > 0)
        {
            throw new StoredItemNotProtectedException(table, [.. _findings.Distinct()]);
        }
    }
}
