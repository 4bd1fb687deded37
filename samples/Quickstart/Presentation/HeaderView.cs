using System.Text;
using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Model;
using Spectre.Console;

namespace Quickstart.Presentation;

/// <summary>An item's header, field by field, with what each is for.</summary>
internal static class HeaderView
{
    public static void Show(ItemDescription header, Dictionary<string, AttributeValue> stored, string wrappedUnder)
    {
        var table = new Table { Border = TableBorder.Rounded, Width = AnsiConsole.Profile.Width };
        table.AddColumn("Header field").AddColumn("Value").AddColumn("Meaning");
        table.AddRow("Version", $"{header.HeaderVersion}", "2 when attributes bind the key as well");
        table.AddRow("Algorithm suite", $"{(int)header.AlgorithmSuite >> 8:x2} {(int)header.AlgorithmSuite & 0xff:x2}", "AES-256-GCM, key commitment, ECDSA P-384");
        table.AddRow("Message id", StoredValue.Bytes(header.MessageId.Span), "random, new with each save");
        table.AddRow("Legend", Legend(header), "of each attribute: e encrypted, s signed");
        foreach (var (name, value) in header.StoredEncryptionContext)
        {
            table.AddRow("Encryption context", $"{name.EscapeMarkup()}: {Shortened(value).EscapeMarkup()}", "the key that verifies the signature");
        }

        foreach (var key in header.EncryptedDataKeys)
        {
            table.AddRow("Encrypted data key", $"provider {key.ProviderId.EscapeMarkup()}", $"the item's own key, under {wrappedUnder}");
        }

        table.AddRow("aws_dbe_foot", $"{stored["aws_dbe_foot"].B.Length} bytes", "an HMAC for each recipient, a signature");
        AnsiConsole.Write(table);
    }

    private static string Legend(ItemDescription header)
    {
        var letters = new StringBuilder();
        foreach (var action in header.Legend)
        {
            letters.Append(action == CryptoAction.EncryptAndSign ? $"[{Look.Encrypted}]e[/]" : $"[{Look.Signed}]s[/]");
        }

        return letters.ToString();
    }

    private static string Shortened(string text) => text.Length > 8 ? $"{text[..8]}…" : text;
}
