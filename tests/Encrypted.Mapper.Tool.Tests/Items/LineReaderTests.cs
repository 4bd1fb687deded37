using System.Text;
using Encrypted.Mapper.Tool.Items;
using Encrypted.Mapper.Tool.Tests.Support;

namespace Encrypted.Mapper.Tool.Tests.Items;

/// <summary>Lines don't depend on how the bytes of a pipe happen to arrive.</summary>
public sealed class LineReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64 * 1024)]
    [InlineData(1 << 20)]
    public async Task Lines_are_cut_at_line_feeds_however_they_arrive(int piece)
    {
        // Lengths around those of the buffer, which starts at 64 KiB and doubles.
        int[] lengths = [0, 1, 5, 65534, 65535, 65536, 65537, 0, 0, 131071, 131073, 3];
        var expected = lengths.Select(string? (length, i) => new string((char)('a' + i), length)).ToList();

        var lines = await ReadAsync(string.Join('\n', expected), piece, maxLength: 1 << 18);

        Assert.Equal(expected, lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(1 << 20)]
    public async Task Lines_over_the_limit_are_passed_over_wherever_they_stand(int piece)
    {
        var (atLimit, tooLong, farTooLong) = (new string('x', 1000), new string('x', 1001), new string('x', 200_000));

        var lines = await ReadAsync($"{tooLong}\n{atLimit}\n{farTooLong}\n\n{tooLong}\n{tooLong}\na\n{farTooLong}", piece, maxLength: 1000);

        Assert.Equal([null, atLimit, null, "", null, null, "a", null], lines);
    }

    [Fact]
    public async Task A_line_feed_at_the_end_begins_no_further_line()
    {
        Assert.Equal(["a", ""], await ReadAsync("a\n\n", 1, 10));
        Assert.Empty(await ReadAsync("", 1, 10));
        Assert.Equal([null], await ReadAsync("aaaaaaaaaaaaaaa\n", 1, 10));
    }

    private static async Task<List<string?>> ReadAsync(string text, int piece, int maxLength)
    {
        using var input = new PieceStream(Encoding.UTF8.GetBytes(text), piece);
        using var reader = new LineReader(input, maxLength);
        var lines = new List<string?>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(reader.IsTooLong ? null : Encoding.UTF8.GetString(reader.Current.Span));
        }

        return lines;
    }
}
