using System.Globalization;

namespace Encrypted.Mapper.KeyManagement.Tests.Memory;

/// <summary>The writable memory of this process, as Linux shows it.</summary>
internal static class ProcessMemory
{
    private const int ChunkLength = 1 << 20;

    // One scan at a time: what one has read stands in its buffer until it ends, and another would find it there.
    private static readonly object s_gate = new();

    /// <summary>Counts where the bytes stand. What the garbage collector can free is freed first.</summary>
    public static int Count(MaskedBytes bytes)
    {
        lock (s_gate)
        {
            return CountAlone(bytes);
        }
    }

    private static int CountAlone(MaskedBytes bytes)
    {
        Collect();
        var buffer = new byte[ChunkLength];
        var found = 0;
        using var memory = File.OpenHandle("/proc/self/mem");
        foreach (var (start, end) in WritableRegions())
        {
            for (var position = start; position < end; position += ChunkLength - bytes.Length + 1)
            {
                var length = Read(memory, buffer.AsSpan(0, (int)Math.Min(ChunkLength, end - position)), position);
                found += Count(buffer.AsSpan(0, length), bytes);
            }
        }

        // Otherwise the next scan would find what this one read.
        Array.Clear(buffer);
        return found;
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
    }

    private static int Count(ReadOnlySpan<byte> chunk, MaskedBytes bytes)
    {
        var found = 0;
        for (var rest = chunk; rest.IndexOf(bytes.First) is var at and >= 0; rest = rest[(at + 1)..])
        {
            if (rest.Length - at < bytes.Length)
            {
                break;
            }

            found += bytes.StandsAt(rest[at..]) ? 1 : 0;
        }

        return found;
    }

    private static int Read(Microsoft.Win32.SafeHandles.SafeFileHandle memory, Span<byte> buffer, long position)
    {
        try
        {
            return RandomAccess.Read(memory, buffer, position);
        }
        catch (IOException)
        {
            // A page that was unmapped meanwhile, or never had content.
            return 0;
        }
    }

    private static List<(long Start, long End)> WritableRegions()
    {
        var regions = new List<(long, long)>();
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            var parts = line.Split(' ', 3);
            var bounds = parts[0].Split('-');
            if (parts[1].StartsWith("rw", StringComparison.Ordinal)
                && long.TryParse(bounds[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var start)
                && long.TryParse(bounds[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var end))
            {
                regions.Add((start, end));
            }
        }

        return regions;
    }
}
