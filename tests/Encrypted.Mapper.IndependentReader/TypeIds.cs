namespace Encrypted.Mapper.IndependentReader;

/// <summary>Wire format section 7.1.</summary>
public static class TypeIds
{
    private static readonly Dictionary<string, string> HexByType = new()
    {
        ["NULL"] = "0000",
        ["S"] = "0001",
        ["N"] = "0002",
        ["BOOL"] = "0004",
        ["B"] = "FFFF",
        ["SS"] = "0101",
        ["NS"] = "0102",
        ["BS"] = "01FF",
        ["M"] = "0200",
        ["L"] = "0300",
    };

    public static byte[] Of(string type) => Convert.FromHexString(HexByType[type]);

    public static string TypeOf(byte[] id)
    {
        foreach (var pair in HexByType)
        {
            if (pair.Value == Convert.ToHexString(id))
            {
                return pair.Key;
            }
        }

        throw new RefusalException("value: unknown type id");
    }
}
