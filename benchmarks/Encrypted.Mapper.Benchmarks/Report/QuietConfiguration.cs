using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Csv;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Encrypted.Mapper.Benchmarks.Report;

/// <summary>Runs in this process, and leaves the words to the report of ratios; the measurements themselves go into a file.</summary>
internal sealed class QuietConfiguration : ManualConfig
{
    public QuietConfiguration(bool quick)
    {
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithId("in-process");
        AddJob(quick
            ? job.WithWarmupCount(2).WithIterationCount(3)
            : job.WithWarmupCount(6).WithIterationCount(20));
        AddLogger(new ProgressLogger());
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddExporter(CsvMeasurementsExporter.Default);
        WithArtifactsPath("artifacts/benchmarks");
    }
}
