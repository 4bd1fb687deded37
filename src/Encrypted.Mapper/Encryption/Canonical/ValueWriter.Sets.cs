namespace Encrypted.Mapper.Encryption.Canonical;

/// <content>Sets: sorted, and without duplicates.</content>
internal static partial class ValueWriter
{
    private static void WriteStringSet(ScratchBuffer buffer, List<string> set, AttributeLocation location)
    {
        var entries = set.ToArray();
        if (Array.IndexOf(entries, null) >= 0)
        {
            throw Error.ValueShape(location);
        }

        WriteSorted(buffer, entries, location);
    }

    private static void WriteNumberSet(ScratchBuffer buffer, List<string> set, AttributeLocation location)
    {
        Span<byte> normalised = stackalloc byte[NumberText.MaxLength];
        var entries = new string[set.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var status = NumberText.Normalize(set[i], normalised, out var length);
            if (status != NumberStatus.Ok)
            {
                throw Error.Number(status, location);
            }

            entries[i] = Utf8Text.Strict.GetString(normalised[..length]);
        }

        WriteSorted(buffer, entries, location);
    }

    private static void WriteSorted(ScratchBuffer buffer, string[] entries, AttributeLocation location)
    {
        Array.Sort(entries, StringComparer.Ordinal);
        buffer.WriteUInt32(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            if (i > 0 && string.Equals(entries[i - 1], entries[i], StringComparison.Ordinal))
            {
                throw Error.DuplicateSetMember(location);
            }

            var lengthPosition = Reserve(buffer);
            WriteText(buffer, entries[i], location);
            buffer.PatchUInt32(lengthPosition, buffer.Length - lengthPosition - sizeof(uint));
        }
    }

    private static void WriteBinarySet(ScratchBuffer buffer, List<MemoryStream> set, AttributeLocation location)
    {
        var entries = set.ToArray();
        if (Array.IndexOf(entries, null) >= 0)
        {
            throw Error.ValueShape(location);
        }

        // The streams themselves are sorted, so that there are no copies of what they hold.
        Array.Sort(entries, static (left, right) => BinaryContent.Of(left).SequenceCompareTo(BinaryContent.Of(right)));
        buffer.WriteUInt32(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var content = BinaryContent.Of(entries[i]);
            if (i > 0 && PublicBytes.Equal(BinaryContent.Of(entries[i - 1]), content))
            {
                throw Error.DuplicateSetMember(location);
            }

            buffer.WriteUInt32(content.Length);
            buffer.Write(content);
        }
    }
}
