namespace Encrypted.Mapper.Interop.Tests.Support;

/// <summary>Encryption contexts, by what is special about them.</summary>
internal static class Contexts
{
    private static readonly Dictionary<string, Dictionary<string, string>> s_contexts = new()
    {
        ["empty"] = [],
        ["an item's"] = Item(),
        ["beyond ASCII"] = new() { ["Straße"] = "naïve", ["東京"] = "\u0000\n\"\\", ["é"] = "e\u0301" },

        // The bytes of UTF-8 order these otherwise than the code units of UTF-16, and than any language does.
        ["beyond the basic plane"] = new() { ["\uFF5E"] = "1", ["\U0001F511"] = "2", ["Z"] = "3", ["a"] = "4", ["Ä"] = "5" },

        // AWS KMS takes 8,192 characters in all.
        ["many and long"] = Enumerable.Range(1, 100).ToDictionary(i => $"key-{i}", i => new string('v', i)),
    };

    public static TheoryData<string> Names => [.. s_contexts.Keys];

    public static Dictionary<string, string> Named(string name) => s_contexts[name];

    public static Dictionary<string, string> Item() => new()
    {
        ["aws-crypto-table-name"] = "Patients",
        ["aws-crypto-partition-name"] = "Id",
        ["aws-crypto-attr.Id"] = "AAFwLTE=",
    };

    public static Dictionary<string, string> Other()
    {
        var context = Item();
        context["aws-crypto-attr.Id"] = "AAFwLTI=";
        return context;
    }
}
