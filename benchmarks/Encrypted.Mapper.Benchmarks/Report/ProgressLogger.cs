using BenchmarkDotNet.Loggers;

namespace Encrypted.Mapper.Benchmarks.Report;

/// <summary>Says which benchmark runs, and what went wrong; nothing else.</summary>
internal sealed class ProgressLogger : ILogger
{
    public string Id => nameof(ProgressLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error)
        {
            Console.Error.Write(text);
        }
    }

    public void WriteLine(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error || text.StartsWith("// Benchmark: ", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(text);
        }
    }

    public void WriteLine()
    {
    }

    public void Flush()
    {
    }
}
