using Amazon.DynamoDBv2.Model;
using Encrypted.Mapper.Encryption;
using Encrypted.Mapper.Encryption.Canonical;

namespace Encrypted.Mapper.Context.Saving;

/// <summary>Whether two attribute values mean the same: numbers by value, sets in any order.</summary>
internal static class ValueEquality
{
    public static bool AreSame(AttributeValue? left, AttributeValue? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        using var leftBytes = new ScratchBuffer();
        using var rightBytes = new ScratchBuffer();
        return TryWrite(leftBytes, left, out var leftType)
            && TryWrite(rightBytes, right, out var rightType)
            && leftType == rightType
            && PublicBytes.Equal(leftBytes.Written, rightBytes.Written);
    }

    // A value without canonical form is the same as no other, so that it is written and the service judges it.
    private static bool TryWrite(ScratchBuffer buffer, AttributeValue value, out AttributeType type)
    {
        try
        {
            type = ValueWriter.Write(buffer, value, new(AttributeLocation.Unknown, AttributeLocation.Unknown));
            return true;
        }
        catch (InvalidItemException)
        {
            type = default;
            return false;
        }
    }
}
