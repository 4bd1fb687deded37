using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Encrypted.Mapper.Generators.Tests.Support;

/// <summary>Takes <c>[|…|]</c> marks out of a source.</summary>
internal static class Marks
{
    public static (string Source, IReadOnlyList<TextSpan> Spans) Take(string marked)
    {
        var source = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            var two = marked.AsSpan(i, Math.Min(2, marked.Length - i));
            if (two is "[|")
            {
                start = source.Length;
                i++;
            }
            else if (two is "|]")
            {
                spans.Add(TextSpan.FromBounds(start, source.Length));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }
        }

        return (source.ToString(), spans);
    }
}
