namespace Encrypted.Mapper.Context.Expressions;

/// <summary>Refuses attributes whose value the service doesn't see, so that no condition carries the plaintext of an encrypted attribute.</summary>
internal static class AttributeUse
{
    /// <summary>Checks an attribute whose value takes part in a condition.</summary>
    public static void RequireClear(EntityTable table, string attributeName)
    {
        switch (Visibility(table, attributeName))
        {
            case AttributeVisibility.Encrypted:
                throw ContextErrors.EncryptedInCondition(table.Name, Cut(attributeName));
            case AttributeVisibility.Unknown:
                throw ContextErrors.UnknownInCondition(table.Name);
            default:
                return;
        }
    }

    private static AttributeVisibility Visibility(EntityTable table, string attributeName)
    {
        var whole = table.Attributes.VisibilityOf(attributeName);
        if (whole != AttributeVisibility.Unknown)
        {
            return whole;
        }

        // A name with a dot is a single attribute, but it may be that of a leaf which is encrypted with its parent.
        var cut = Cut(attributeName);
        return cut.Length == attributeName.Length || table.Attributes.VisibilityOf(cut) != AttributeVisibility.Encrypted
            ? AttributeVisibility.Unknown
            : AttributeVisibility.Encrypted;
    }

    private static string Cut(string attributeName)
    {
        var end = attributeName.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? attributeName : attributeName[..end];
    }
}
