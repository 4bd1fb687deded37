using Amazon.DynamoDBv2.Model;

namespace Encrypted.Mapper.Model;

/// <summary>Copies attribute values, which are mutable, so that a holder's value can't be changed from outside.</summary>
internal static class ValueCopy
{
    // DynamoDB's limit; a value that contains itself ends here, and is refused when it is written.
    private const int MaxDepth = 33;

    public static AttributeValue Of(AttributeValue value) => Of(value, 1);

    private static AttributeValue Of(AttributeValue value, int depth)
    {
        if (value is null || depth > MaxDepth)
        {
            return value!;
        }

        var copy = new AttributeValue { S = value.S, N = value.N, BOOL = value.BOOL, NULL = value.NULL };
        if (value.B is { } binary)
        {
            copy.B = Of(binary);
        }

        if (value.SS is { } texts)
        {
            copy.SS = [.. texts];
        }

        if (value.NS is { } numbers)
        {
            copy.NS = [.. numbers];
        }

        if (value.BS is { } binaries)
        {
            copy.BS = binaries.ConvertAll(Of);
        }

        if (value.L is { } list && value.IsLSet)
        {
            copy.L = list.ConvertAll(element => Of(element, depth + 1));
            copy.IsLSet = true;
        }

        if (value.M is { } map && value.IsMSet)
        {
            var members = new Dictionary<string, AttributeValue>(map.Count);
            foreach (var (name, member) in map)
            {
                members.Add(name, Of(member, depth + 1));
            }

            copy.M = members;
            copy.IsMSet = true;
        }

        return copy;
    }

    private static MemoryStream Of(MemoryStream stream)
    {
        var bytes = stream.ToArray();
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }
}
