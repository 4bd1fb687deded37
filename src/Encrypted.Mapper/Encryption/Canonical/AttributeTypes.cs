using Amazon;
using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Encryption.Canonical;

/// <summary>Tells which of its ten members an <see cref="AttributeValue"/> carries.</summary>
internal static class AttributeTypes
{
    /// <summary>Finds the value's type. A value with no member set, with several, or with <c>NULL = false</c> has none.</summary>
    public static bool TryGetType(AttributeValue? value, out AttributeType type)
    {
        type = default;
        if (value is null)
        {
            return false;
        }

        var found = 0;
        Note(value.S is not null, AttributeType.String, ref type, ref found);
        Note(value.N is not null, AttributeType.Number, ref type, ref found);
        Note(value.B is not null, AttributeType.Binary, ref type, ref found);
        Note(value.BOOL is not null, AttributeType.Boolean, ref type, ref found);
        Note(value.NULL is true, AttributeType.Null, ref type, ref found);
        Note(IsSet(value.SS), AttributeType.StringSet, ref type, ref found);
        Note(IsSet(value.NS), AttributeType.NumberSet, ref type, ref found);
        Note(IsSet(value.BS), AttributeType.BinarySet, ref type, ref found);
        Note(value.IsMSet, AttributeType.Map, ref type, ref found);
        Note(value.IsLSet, AttributeType.List, ref type, ref found);
        return found == 1;
    }

    // Under AWSConfigs.InitializeCollections the SDK fills members that nobody set with empty collections.
    private static bool IsSet<T>(List<T>? set) => set is not null && (set.Count > 0 || !AWSConfigs.InitializeCollections);

    private static void Note(bool isSet, AttributeType candidate, ref AttributeType type, ref int found)
    {
        if (isSet)
        {
            type = candidate;
            found++;
        }
    }
}
